import type { Client } from 'pg'

/** One card each day, so as many completions, answers, points and days a person. */
export const daysOfLearning = 100
/** Commands, views and the trail, of which a table each is big enough after these. */
const daysOfTrail = 20

/** Rows as they come in years: day after day, and within a day whoever comes first. */
export async function fillLearning(owner: Client): Promise<void> {
  for (let day = 1; day <= daysOfLearning; day++) {
    const daysAgo = daysOfLearning + 1 - day
    for (const [table, columns] of learned(`card-${day}`, daysAgo))
      await owner.query(
        `insert into gyeote.${table} select ${columns} from bench.people order by random()`,
      )
    if (daysAgo <= daysOfTrail) await fillTrail(owner, `card-${day}`, daysAgo)
  }
}

function learned(card: string, daysAgo: number): [table: string, columns: string][] {
  const on = `current_date - ${daysAgo}`
  return [
    ['card_completions', `id, '${card}', ${on}, ${on} + time '08:20', now()`],
    ['quiz_answers', `id, gen_random_uuid(), '${card}', 0, n % 7 > 0, ${on}, ${on} + time '08:20'`],
    ['points_ledger', `id, 'card', '${card}', 10, now()`],
    ['days_together', `id, ${on}`],
  ]
}

async function fillTrail(owner: Client, card: string, daysAgo: number) {
  const outcome = `{"status": "accepted", "result": {"correct": true, "points": 10}}`
  await owner.query(`
    insert into gyeote.applied_commands (person_id, command_id, type, outcome, applied_at)
      select id, gen_random_uuid(), 'complete_card', '${outcome}', now() - interval '${daysAgo} days'
      from bench.people order by random();
    insert into gyeote.card_views select id, '${card}', current_date - ${daysAgo}
      from bench.people order by random();
    insert into gyeote.audit_logs (user_id, action, details, created_at)
      select subject_id, action, '{"card_id": "${card}"}', now() - interval '${daysAgo} days'
      from gyeote.audit_subjects, unnest(array['card_view', 'card_complete']) as action
      order by random()`)
}
