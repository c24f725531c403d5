import { sealed, type KeptShape } from '~/offline/store/kept-shape'
import type { Locks } from '~/offline/locks'
import type { Store } from '~/offline/store/store'
import type { HealthConsent } from './fact-schema'
import { careDateOf, monthOf, type EpochDay, type Instant } from '../schedule/care-date'
import type { FactKind, Facts } from '../schedule/facts'
import { noFacts } from '../schedule/facts'
import { careDateOfKey, dayOfGroup } from '../schedule/keys'
import { mergeFacts, type MoreFacts } from '../schedule/merge-facts'
import { visitorId, type Writers } from './medication-page'

const monthly = ['answers', 'intakes', 'snoozes'] as const
type Monthly = Pick<Facts, (typeof monthly)[number]>
type Schedule = Omit<Facts, keyof Monthly | 'ownerId'>

interface KeptSchedule {
  consent: HealthConsent | null
  /** Kept since helping began; before that nobody else wrote anything. */
  writers?: Writers
  schedule: Schedule
  /** The server's facts up to here are on the phone, ms since 1970; 0 before the first time. */
  syncedTo: Instant
}

const keptSchedule: KeptShape<KeptSchedule> = {
  name: 'medication',
  v: 1,
  schema: sealed((value) => 'schedule' in value && 'syncedTo' in value),
}
/** By month (`YYYY-MM`): however long the history, a day opens one or two. */
const keptMonth: KeptShape<Monthly> = {
  name: 'medication-month',
  v: 1,
  schema: sealed((value) => monthly.every((kind) => kind in value)),
}

export interface KeptFacts extends Omit<KeptSchedule, 'schedule'> {
  facts: Facts
}

/** What the phone keeps, with the answers of the months from `from` to `to`; null when it keeps nothing. */
export async function readFacts(
  store: Store,
  days: { from: EpochDay; to: EpochDay },
): Promise<KeptFacts | null> {
  const [kept, months] = await Promise.all([
    store.read(keptSchedule),
    store.readAll(keptMonth, monthsBetween(days.from, days.to)),
  ])
  if (!kept) return null
  const { schedule, ...rest } = kept
  const empty: Facts = { ...noFacts(store.personId ?? visitorId), ...schedule }
  return { ...rest, facts: withMonths(empty, months) }
}

/** `known` reaches back to `days.from`; the same with the months before that from `from` on. */
export async function readFurtherBack(
  store: Store,
  known: Facts,
  days: { from: EpochDay; to: EpochDay },
  from: EpochDay,
): Promise<Facts> {
  const there = new Set(monthsBetween(days.from, days.to))
  const earlier = monthsBetween(from, days.from).filter((month) => !there.has(month))
  return withMonths(known, await store.readAll(keptMonth, earlier))
}

function withMonths(facts: Facts, months: readonly (Monthly | null)[]): Facts {
  const all = [facts, ...months].filter((some) => some !== null)
  return {
    ...facts,
    answers: all.flatMap(({ answers }) => answers),
    intakes: all.flatMap(({ intakes }) => intakes),
    snoozes: all.flatMap(({ snoozes }) => snoozes),
  }
}

/** Adds facts to what the phone keeps. The lock keeps tabs and the worker from writing over each other. */
export async function keepFacts(
  locks: Locks,
  store: Store,
  more: MoreFacts,
  also: Partial<Omit<KeptSchedule, 'schedule'>> = {},
): Promise<void> {
  await locks.hold(`gyeote-medication-${store.personId ?? ''}`, 'exclusive', async () => {
    for (const [month, facts] of byMonth(more)) {
      const kept = await store.read(keptMonth, month)
      const known: Facts = { ...noFacts(''), ...kept }
      const { answers, intakes, snoozes } = mergeFacts(known, facts)
      await store.keep(keptMonth, { answers, intakes, snoozes }, month)
    }
    const kept = await store.read(keptSchedule)
    const known: Facts = { ...noFacts(''), ...kept?.schedule }
    const schedule = scheduleOf(mergeFacts(known, scheduleOf({ ...noFacts(''), ...more })))
    const before = { consent: null, syncedTo: 0, ...kept }
    // A page that lists nobody's changes knows fewer names: none is forgotten for it.
    const writers = { ...before.writers, ...also.writers }
    await store.keep(keptSchedule, { ...before, ...also, writers, schedule })
  })
}

function scheduleOf({ ownerId: _, answers: _a, intakes: _i, snoozes: _s, ...rest }: Facts) {
  return rest satisfies Schedule
}

function byMonth(more: MoreFacts): Map<string, MoreFacts> {
  const months = new Map<string, Partial<Record<FactKind, unknown[]>>>()
  const put = (kind: keyof Monthly, day: EpochDay, fact: unknown) => {
    const month = months.get(monthOf(day)) ?? {}
    months.set(monthOf(day), { ...month, [kind]: [...(month[kind] ?? []), fact] })
  }
  for (const one of more.answers ?? []) put('answers', careDateOfKey(one.doseKey), one)
  for (const one of more.intakes ?? []) put('intakes', careDateOf(one.takenWall), one)
  for (const one of more.snoozes ?? []) put('snoozes', dayOfGroup(one.groupKey), one)
  return months as Map<string, MoreFacts>
}

function monthsBetween(from: EpochDay, to: EpochDay): string[] {
  const months = new Set<string>([monthOf(from), monthOf(to)])
  for (let day = from; day < to; day += 28) months.add(monthOf(day))
  return [...months]
}

/** Whether nothing is missing on the phone: a visitor's medicines are nowhere else. */
export const isWhole = async (store: Store): Promise<boolean> =>
  store.personId === null || isSynced(store)

/** Whether the phone has been given everything once. */
export async function isSynced(store: Store): Promise<boolean> {
  return ((await store.read(keptSchedule))?.syncedTo ?? 0) > 0
}
