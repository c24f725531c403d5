import { sql } from 'kysely'
import type { Tx } from '~/platform/database/database.server'
import { factOf, type FactTable } from './fact-tables.server'
import type { EpochDay } from '../schedule/care-date'
import { noFacts, type Facts } from '../schedule/facts'

type Rows = Partial<Record<FactTable, Record<string, unknown>[]>>
interface Days {
  from: EpochDay
  to: EpochDay
}

/**
 * Everything the viewer may see of a person's medicines, with the answers, intakes and snoozes of the care
 * dates from `from` until just before `to`. Nothing where the viewer may see nothing.
 */
export async function listFacts(tx: Tx, personId: string, { from, to }: Days): Promise<Facts> {
  const { rows } = await sql<{ found: Rows }>`
    select gyeote.medicines_of(${personId}, ${from}, ${to}) as found`.execute(tx)
  return { ...noFacts(personId), ...factsOf(rows[0]?.found) }
}

/** The same facts with the answers and intakes of the days from `from` on; `known` has those from `before` on. */
export async function withTakenSince(
  tx: Tx,
  known: Facts,
  { from, before }: { from: EpochDay; before: EpochDay },
): Promise<Facts> {
  const { rows } = await sql<{ found: Rows }>`
    select gyeote.taken_of(${known.ownerId}, ${from}, ${before}) as found`.execute(tx)
  const { answers = [], intakes = [] } = factsOf(rows[0]?.found)
  return {
    ...known,
    answers: [...answers, ...known.answers],
    intakes: [...intakes, ...known.intakes],
  }
}

function factsOf(found: Rows = {}): Partial<Facts> {
  const facts = Object.entries(found).map(([kind, list]) => [
    kind,
    list.map((row) => factOf(kind as FactTable, row)),
  ])
  return Object.fromEntries(facts) as Partial<Facts>
}
