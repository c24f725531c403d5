import { sql } from 'kysely'
import type { Tx } from '~/platform/database/database.server'
import { factOf, factTables, type FactTable } from './fact-tables.server'
import { noFacts, type Facts } from './schedule/facts'
import { minutesPerDay, type EpochDay } from './schedule/care-date'

/**
 * Everything the viewer may see of a person's medicines, with the answers, intakes and snoozes of the care
 * dates from `from` until just before `to`. Nothing where the viewer may see nothing.
 */
export async function listFacts(
  tx: Tx,
  personId: string,
  { from, to }: { from: EpochDay; to: EpochDay },
): Promise<Facts> {
  const within: Partial<Record<FactTable, ReturnType<typeof sql>>> = {
    answers: sql`and care_date >= ${from} and care_date < ${to}`,
    snoozes: sql`and care_date >= ${from} and care_date < ${to}`,
    intakes: sql`and taken_wall >= ${from * minutesPerDay} and taken_wall < ${to * minutesPerDay}`,
  }
  const lists = Object.entries(factTables).map(
    ([kind, table]) => sql`(
      select coalesce(json_agg(fact order by id), '[]')
      from ${sql.table(`gyeote.${table}`)} fact
      where person_id = ${personId} ${within[kind as FactTable] ?? sql``}
    ) as ${sql.ref(kind)}`,
  )
  const { rows } = await sql<Record<FactTable, Record<string, unknown>[]>>`
    select ${sql.join(lists)}`.execute(tx)
  const facts = Object.entries(rows[0] ?? {}).map(([kind, list]) => [
    kind,
    list.map((row) => factOf(kind as FactTable, row)),
  ])
  return { ...noFacts(personId), ...(Object.fromEntries(facts) as Partial<Facts>) }
}
