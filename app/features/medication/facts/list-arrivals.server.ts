import { sql } from 'kysely'
import type { Tx } from '~/platform/database/database.server'
import { factOf, factTables, type FactTable } from './fact-tables.server'
import type { Instant } from '../schedule/care-date'
import type { MoreFacts } from '../schedule/merge-facts'

/** At most so many of each kind at once: five years of answers come in a few parts. */
const most = 2_000

export interface Arrivals {
  facts: MoreFacts
  /** Everything up to here has been listed, ms since 1970. */
  upTo: Instant
  more: boolean
}

/**
 * What has arrived of a person's facts since an instant, the oldest first. A transaction that was open then
 * may have been overtaken by this: ask again from some minutes before `upTo`.
 */
export async function listArrivals(tx: Tx, personId: string, since: Instant): Promise<Arrivals> {
  const from = new Date(since).toISOString()
  const kinds = Object.keys(factTables) as FactTable[]
  const lists = kinds.map(
    (kind) => sql`(
      select coalesce(jsonb_agg(to_jsonb(arrived)), '[]') from (
        select * from ${sql.table(`gyeote.${factTables[kind]}`)}
        where person_id = ${personId} and person_id::text = ${personId}
          and received_at >= ${from}::timestamptz
        order by received_at, id limit ${most}
      ) arrived
    ) as ${sql.ref(kind)}`,
  )
  const { rows } = await sql<Record<FactTable, Record<string, unknown>[]> & { now: string }>`
    select ${sql.join(lists)}, now()::text as now`.execute(tx)
  const row = rows[0]
  if (!row) throw new Error('a select without a table gave no row')
  const facts = Object.fromEntries(
    kinds.map((kind) => [kind, row[kind].map((one) => factOf(kind, one))]),
  ) as MoreFacts
  const full = kinds.filter((kind) => row[kind].length === most)
  const ends = full.map((kind) => facts[kind]?.at(-1)?.receivedAt ?? since)
  return {
    facts,
    upTo: Math.min(Date.parse(row.now), ...ends),
    more: full.length > 0,
  }
}
