import { sql } from 'kysely'
import { dateIn, hourIn } from '~/platform/clock'
import type { Tx } from '~/platform/database/database.server'
import { recordUserEvent } from '~/platform/telemetry/record-user-event.server'
import type { NewFacts } from './fact-schema'
import { factTables, rowOf, type FactTable } from './fact-tables.server'
import { epochDay } from '../schedule/care-date'
import { careDateOfKey } from '../schedule/keys'
import { usualZone } from '../schedule/moment'
import { mayMeanAnotherDay } from './days-told'
import { whyNotKept } from './why-not-kept.server'

interface CommandMeta {
  occurredAt: Date
  receivedAt: Date
  /** As the phone's clock had it, which may be a time to come. */
  shownAt: Date
  /** By how much the phone's clock was behind as it sent, in ms. */
  skewMs: number
}

export type FactRefusal =
  /** No consent for health data, or it was withdrawn. */
  | 'no_consent'
  /** The session has only just said whose number it is (decision 0007). */
  | 'held'
  /** Somebody else changed the same thing first. */
  | 'changed_meanwhile'
  /** An id that stands for something else already. */
  | 'other_body'
  /** A course that is not known. */
  | 'unknown_course'
  /** A dose of a day that has not begun where the person lives: the phone's clock is wrong. */
  | 'not_yet'
  /** The phone's clock was so wrong that the answer may belong to another day: the person is asked. */
  | 'clock_wrong'

export type Recorded = { status: 'accepted' } | { status: 'refused'; reason: FactRefusal }

/**
 * Writes down what one act says of the viewer's medicines: all of it, or nothing. The same facts again are
 * accepted and change nothing.
 */
export async function recordFacts(
  tx: Tx,
  personId: string,
  facts: NewFacts,
  meta: CommandMeta,
): Promise<Recorded> {
  const { zone, may } = await whereAndWhether(tx)
  const answers = facts.answers ?? []
  const today = careDateAt(zone, meta.receivedAt)
  // Before anything else: whoever sends a deed once more has said that its day is right, whatever it was refused for.
  if (answers.some(({ doseKey }) => careDateOfKey(doseKey) > today)) return refused('not_yet')
  if (isOfAnotherDay(zone, facts, meta)) return refused('clock_wrong')
  if (!may) return refused(await whyNotKept(tx))
  const recorded = await writeFacts(tx, { ownerId: personId, writerId: personId }, facts, meta)
  if (recorded.status === 'accepted')
    for (const { kind } of answers)
      await recordUserEvent(tx, 'med_check', { checked: kind === 'taken' || kind === 'extra' })
  return recorded
}

/**
 * The same without the questions that only the owner's own acts raise; the policies say who may write what.
 * @throws what the database threw, a policy's refusal (42501) among it
 */
export async function writeFacts(
  tx: Tx,
  who: { ownerId: string; writerId: string },
  facts: NewFacts,
  meta: Pick<CommandMeta, 'occurredAt'>,
): Promise<Recorded> {
  try {
    for (const table of Object.keys(factTables) as FactTable[])
      for (const fact of facts[table] ?? [])
        if (!(await insertFact(tx, table, who, fact, meta))) return refused('other_body')
  } catch (error) {
    const reason = reasonOf(error)
    if (reason) return refused(reason)
    throw error
  }
  return { status: 'accepted' }
}

const refused = (reason: FactRefusal): Recorded => ({ status: 'refused', reason })

/** Where the viewer takes their medicines, and whether what they say of them may be kept. */
async function whereAndWhether(tx: Tx): Promise<{ zone: string; may: boolean }> {
  const { rows } = await sql<{ zone: string; may: boolean }>`
    select zone, may from gyeote.where_and_whether()`.execute(tx)
  return rows[0] ?? { zone: usualZone, may: false }
}

/** A clock may be this wrong: 5 minutes, as the phone itself allows. */
const trustedSkewMs = 5 * 60_000

/** Whether the right clock would have shown another day when it was written down, of which these facts may be. */
function isOfAnotherDay(zone: string, facts: NewFacts, { shownAt, skewMs }: CommandMeta) {
  if (Math.abs(skewMs) <= trustedSkewMs) return false
  const shown = careDateAt(zone, shownAt)
  const right = careDateAt(zone, new Date(shownAt.getTime() + skewMs))
  return shown !== right && mayMeanAnotherDay(facts, shown, right)
}

/** The day that runs from 04:00 to 03:59. */
const careDateAt = (zone: string, instant: Date): number =>
  epochDay(dateIn(zone, instant)) - (hourIn(zone, instant) < 4 ? 1 : 0)

/** False when the id stands for something else already. */
async function insertFact(
  tx: Tx,
  table: FactTable,
  { ownerId, writerId }: { ownerId: string; writerId: string },
  fact: Record<string, unknown> & { id: string },
  { occurredAt }: Pick<CommandMeta, 'occurredAt'>,
): Promise<boolean> {
  const name = sql.table(`gyeote.${factTables[table]}`)
  const own = rowOf(fact)
  const row = { ...own, person_id: ownerId, by_id: writerId, at: occurredAt.toISOString() }
  const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)))
  const inserted = await sql`
    insert into ${name} (${columns})
    select ${columns} from jsonb_populate_record(null::${name}, ${JSON.stringify(row)}::jsonb)
    on conflict (person_id, id) do nothing returning id`.execute(tx)
  if (inserted.rows.length > 0) return true
  const { rows } = await sql<{ same: boolean }>`
    select (
      select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(kept))
      where ${JSON.stringify(own)}::jsonb ? key
    ) = ${JSON.stringify(own)}::jsonb as same
    from ${name} kept where person_id = ${ownerId} and id = ${fact.id}`.execute(tx)
  return rows[0]?.same ?? false
}

/** What the tables' own constraints say; see the migration. */
function reasonOf(error: unknown): FactRefusal | null {
  const { code, constraint } = error as { code?: string; constraint?: string }
  if (code === '23505' && constraint?.endsWith('_no_fork')) return 'changed_meanwhile'
  if (code === '23503')
    return constraint?.includes('base_id') ? 'changed_meanwhile' : 'unknown_course'
  return null
}
