import { sql } from 'kysely'
import type { HelpedFacts } from '~/features/medication/facts/fact-schema'
import { factTables } from '~/features/medication/facts/fact-tables.server'
import { writeFacts, type Recorded } from '~/features/medication/facts/record-facts.server'
import type { Tx } from '~/platform/database/database.server'
import type { HelpWithMedicines } from './command-schema'
import { findHelp } from './find-help.server'

type Helped = Recorded | { status: 'refused'; reason: 'no_help' }

/**
 * Writes down what a relative changed of a senior's medicines, in the relative's name: all of it, or nothing.
 * `no_help` when the link does not let them, not yet, or not any more; `other_body` for an id that stands for something
 * else, of another kind too: the senior says of a change by the id of its first fact that they know it.
 */
export async function recordHelp(
  tx: Tx,
  personId: string,
  { linkId, facts }: HelpWithMedicines,
  { receivedAt }: { receivedAt: Date },
): Promise<Helped> {
  const help = await findHelp(tx, personId, linkId)
  if (help?.state !== 'open') return { status: 'refused', reason: 'no_help' }
  const who = { ownerId: help.seniorId, writerId: personId }
  if (await standForOthers(tx, help.seniorId, facts))
    return { status: 'refused', reason: 'other_body' }
  try {
    // When it was says the server: what a relative wrote is told to the senior by its time.
    return await writeFacts(tx, who, facts, { occurredAt: receivedAt })
  } catch (error) {
    // What no schema tells from the rest: a pause of everything, or the end of one.
    if ((error as { code?: string }).code !== '42501') throw error
    return { status: 'refused', reason: 'no_help' }
  }
}

/** Whether an id of these facts is also that of a fact of another kind: in one act, or among the senior's. */
async function standForOthers(tx: Tx, seniorId: string, facts: HelpedFacts): Promise<boolean> {
  const ids = Object.values(facts).flatMap((list) => list.map(({ id }) => id))
  if (new Set(ids).size < ids.length) return true
  const lists = Object.entries(facts) as [keyof HelpedFacts, { id: string }[]][]
  const { rows } = await sql<{ others: boolean }>`select ${sql.join(
    Object.entries(factTables).flatMap(([kind, table]) => {
      const elsewhere = lists.flatMap(([of, list]) => (of === kind ? [] : list.map(({ id }) => id)))
      return elsewhere.length === 0
        ? []
        : sql`exists (select from ${sql.table(`gyeote.${table}`)}
            where person_id = ${seniorId} and id = any (${elsewhere}::uuid[]))`
    }),
    sql` or `,
  )} as others`.execute(tx)
  return rows[0]?.others ?? false
}
