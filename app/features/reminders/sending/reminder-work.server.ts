import { sql } from 'kysely'
import { dateIn } from '~/platform/clock'
import type { Database } from '~/platform/database/database.server'
import { factOf, type FactTable } from '~/features/medication/facts/fact-tables.server'
import { epochDay, type Instant } from '~/features/medication/schedule/care-date'
import { noFacts, type Facts } from '~/features/medication/schedule/facts'
import { usualZone } from '~/features/medication/schedule/moment'
import { readFamilyAlerts } from '../family-alerts/read-alerts.server'
import { readLadders, type ReadLadder } from '../ladder/ladder-work.server'
import type { PlannedPush, ReminderPlan } from '../planning/plan-reminders'
import type { EarlierSend, Reminded, ReminderPhone } from '../planning/reminded'
import { settingsOf, type SettingsRow } from '../settings/settings-row'
import { mostADay } from './pushes-of-day.server'

/** What one process has taken on: nobody else touches these people until `leaseMs` after `hold`. */
export interface Claim {
  token: string
  leaseMs: number
}

/** What came of one push. */
export interface SendResult {
  id: string
  person: string
  device: string
  state: 'sent' | 'again' | 'failed'
  /** Status of the push service. */
  answer: number | null
  error: string | null
  at: Instant
  againAt: Instant | null
  quietUntil: Instant | null
  gone: boolean
  /** False for what was not pushed at all: no try. */
  begun: boolean
  /** False for what the day's cap does not count. */
  counts: boolean
}

type Rows = Pick<Database, 'root'>

/** Takes on people who are due, the longest waiting first. */
export async function claimDue({ root }: Rows, claim: Claim, at: Instant, most: number) {
  const { rows } = await sql<{ person: string }>`
    select gyeote.claim_reminders(${iso(at)}::timestamptz, ${most}::int, ${lease(claim)}::interval,
      ${claim.token}::uuid) as person`.execute(root)
  return rows.map(({ person }) => person)
}

interface RemindedRow {
  person_id: string
  settings: SettingsRow | null
  consent: boolean
  test_at: Date | null
  phones: Row<ReminderPhone, 'subscribedAt' | 'quietUntil'>[]
  sends: Row<EarlierSend, 'againAt'>[]
  card_days: string[]
  facts: Partial<Record<FactTable, Record<string, unknown>[]>>
}
type Row<T, Times extends keyof T> = Omit<T, Times> & Record<Times, string | null>

/**
 * Everything that decides about these people's reminders, the silence of others that they were told of among it.
 * Whoever was removed meanwhile is left out.
 */
export async function readReminded(
  rows: Rows,
  people: readonly string[],
  at: Instant,
): Promise<Reminded[]> {
  const ladders = await readLadders(rows, people, at, mostADay)
  const ids = [...ladders.values()].flatMap(({ calls }) => calls.map(({ seniorId }) => seniorId))
  const seniors = ids.length === 0 ? [] : await readPeople(rows, ids, at)
  const theirs = await readLadders(rows, ids, at, mostADay)
  const senior = (id: string) => {
    const found = seniors.find(({ personId }) => personId === id)
    return found && withLadder(found, theirs)
  }
  return (await readPeople(rows, people, at)).map((person) => ({
    ...withLadder(person, ladders),
    calls: (ladders.get(person.personId)?.calls ?? []).flatMap((call) => {
      const whose = senior(call.seniorId)
      return whose ? [{ ...call, senior: whose }] : []
    }),
  }))
}

function withLadder(person: Reminded, ladders: ReadonlyMap<string, ReadLadder>): Reminded {
  const { ladder = null, reach = [] } = ladders.get(person.personId) ?? {}
  return { ...person, ladder, facts: { ...person.facts, reach } }
}

async function readPeople(
  { root }: Rows,
  people: readonly string[],
  at: Instant,
): Promise<Reminded[]> {
  const today = epochDay(dateIn(usualZone, new Date(at)))
  // The widest zones are a day apart, and what waits may be yesterday's.
  const { rows } = await sql<RemindedRow>`
    select * from gyeote.read_reminded(${[...people]}::uuid[], ${today - 2}::int, ${today + 3}::int,
      ${iso(at)}::timestamptz)`.execute(root)
  const alerts = await readFamilyAlerts({ root }, people)
  return rows.map((row) => ({
    personId: row.person_id,
    settings: settingsOf(row.settings),
    consent: row.consent,
    testAt: row.test_at?.getTime() ?? null,
    phones: row.phones.map((phone) => ({
      ...phone,
      subscribedAt: Date.parse(String(phone.subscribedAt)),
      quietUntil: instantOrNull(phone.quietUntil),
    })),
    sends: row.sends.map((sent) => ({ ...sent, againAt: instantOrNull(sent.againAt) })),
    cardDays: row.card_days,
    facts: factsOf(row.person_id, row.facts),
    familyAlerts: alerts.get(row.person_id) ?? [],
    ladder: null,
    calls: [],
  }))
}

function factsOf(personId: string, lists: RemindedRow['facts']): Facts {
  const facts = Object.entries(lists).map(([kind, rows]) => [
    kind,
    rows.map((row) => factOf(kind as FactTable, row)),
  ])
  return { ...noFacts(personId), ...(Object.fromEntries(facts) as Partial<Facts>) }
}

/** A push that is written down and may go. */
export interface HeldPush {
  push: PlannedPush
  sendId: string
  /** This one included. */
  tries: number
}

/** Writes down what is about to go. Left out: above the day's cap, and people whom another process has now. */
export async function holdPushes(
  { root }: Rows,
  claim: Claim,
  planned: readonly { personId: string; push: PlannedPush }[],
  at: Instant,
): Promise<(HeldPush & { personId: string })[]> {
  if (planned.length === 0) return []
  const wanted = planned.map(({ personId, push: { phone, occasion, step, dueAt } }) => ({
    person: personId,
    device: phone.id,
    about: occasion.key,
    step,
    dueAt: iso(dueAt),
  }))
  const { rows } = await sql<{ place: number; send_id: string; tries: number }>`
    select * from gyeote.hold_reminders(${claim.token}::uuid, ${JSON.stringify(wanted)}::jsonb,
      ${dateIn(usualZone, new Date(at))}::date, ${lease(claim)}::interval, ${mostADay}::int)`.execute(
    root,
  )
  return rows.flatMap(({ place, send_id: sendId, tries }) => {
    const one = planned[place - 1]
    return one ? [{ ...one, sendId, tries }] : []
  })
}

/**
 * Writes down what came of it and lets go of the people. @returns of how many: fewer than `plans` when a
 * lease ran out and another process has taken them on
 * @param plannedAt the moment from which it was planned
 */
export async function finishPeople(
  { root }: Rows,
  claim: Claim,
  sent: readonly SendResult[],
  plans: readonly (Pick<ReminderPlan, 'tooLate' | 'nextAt'> & { personId: string })[],
  plannedAt: Instant,
): Promise<number> {
  const results = sent.map((one) => ({
    ...one,
    at: iso(one.at),
    againAt: isoOrNull(one.againAt),
    quietUntil: isoOrNull(one.quietUntil),
  }))
  const late = plans.flatMap(({ personId, tooLate }) =>
    tooLate.map((one) => ({ ...one, person: personId, dueAt: iso(one.dueAt) })),
  )
  const next = plans.map(({ personId, nextAt }) => ({
    person: personId,
    nextAt: isoOrNull(nextAt),
    plannedAt: iso(plannedAt),
  }))
  const { rows } = await sql<{ finished: number }>`
    select gyeote.finish_reminders(${claim.token}::uuid, ${JSON.stringify(results)}::jsonb,
      ${JSON.stringify(late)}::jsonb, ${JSON.stringify(next)}::jsonb) as finished`.execute(root)
  return rows[0]?.finished ?? 0
}

const lease = ({ leaseMs }: Claim) => `${leaseMs} milliseconds`
const iso = (at: Instant) => new Date(at).toISOString()
const isoOrNull = (at: Instant | null) => (at === null ? null : iso(at))
const instantOrNull = (at: string | null) => (at === null ? null : Date.parse(at))
