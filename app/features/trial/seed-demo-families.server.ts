import { sql } from 'kysely'
import { v5 as uuidv5 } from 'uuid'
import { chooseTodaysCard } from '~/features/cards/choose-card'
import { completeCard } from '~/features/cards/complete-card.server'
import { listCards, summarise } from '~/features/cards/catalogue.server'
import { newLearning, type Learning } from '~/features/cards/learning'
import { addDays, dateIn } from '~/platform/clock'
import type { Parts } from '~/platform/context.server'
import { seedDemoMedicines } from './seed-demo-medicines.server'
import { demoLinks, demoPeople, type DemoPerson } from './demo-people'

const namespace = 'b8b1f3f0-2a0e-4a57-9d3c-64c1f7b1a0de'
/** Every so many days somebody answers wrongly, so that a review is due. */
const wrongEvery = 7
/** Nobody comes every day, and there should be something new left to learn. */
const restsEvery = 5

/**
 * Makes the demo people and their history with the same use cases that real people use. Safe to call at
 * every start: what is there stays as it is.
 */
export async function seedDemoFamilies(parts: Parts): Promise<void> {
  for (const person of demoPeople) {
    const { rows } = await sql<{ known: boolean }>`
      select gyeote.mark_demo(${person.id}, ${person.name}) is null as known`.execute(parts.db.root)
    if (rows.length > 0 && person.historyDays > 0) await seedHistory(parts, person)
  }
  const phoneOf = (id: string) => demoPeople.find((person) => person.id === id)?.phone ?? null
  for (const { id, senior, relative, relation } of demoLinks) {
    await sql`select gyeote.link_demo(${id}, ${senior}, ${phoneOf(senior)}, ${relative},
      ${phoneOf(relative)}, ${relation})`.execute(parts.db.root)
    await sql`select gyeote.let_demo_help(${id})`.execute(parts.db.root)
  }
}

async function seedHistory(parts: Parts, person: DemoPerson): Promise<void> {
  const asPerson = { sub: person.id }
  const cards = await listCards({
    cache: parts.cache,
    asViewer: (work) => parts.db.asViewer(asPerson, work),
  })
  const summaries = cards.map(summarise)
  await parts.db.asViewer(asPerson, async (tx) => {
    // Processes that start together take turns.
    await sql`select pg_advisory_xact_lock(7471001)`.execute(tx)
    const earlier = await tx
      .selectFrom('gyeote.card_completions')
      .select('card_id')
      .where('person_id', '=', person.id)
      .limit(1)
      .execute()
    if (earlier.length > 0) return
    const now = parts.clock.now()
    let learning: Learning = newLearning
    for (let daysAgo = person.historyDays; daysAgo >= 1; daysAgo--) {
      if (daysAgo % restsEvery === 3) continue
      const day = addDays(dateIn(newLearning.timeZone, now), -daysAgo)
      const today = chooseTodaysCard(summaries, learning, day)
      const card = cards.find((candidate) => candidate.id === today?.card.id)
      if (!card) return
      const right = card.quiz.answers.findIndex((answer) => answer.correct)
      const wrong = card.quiz.answers.findIndex((answer) => !answer.correct)
      const occurredAt = new Date(`${day}T08:20:00+09:00`)
      await completeCard(
        tx,
        person.id,
        {
          cardId: card.id,
          answer: daysAgo % wrongEvery === 0 ? wrong : right,
          completedOn: day,
        },
        { commandId: uuidv5(`${person.id} ${day}`, namespace), occurredAt, receivedAt: now },
      )
      learning = { ...learning, completed: { ...learning.completed, [card.id]: day } }
    }
    await seedDemoMedicines(tx, person.id, person.historyDays, now)
  })
}
