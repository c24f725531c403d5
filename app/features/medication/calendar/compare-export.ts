import { minutesPerDay, msPerMinute, type Instant } from '../schedule/care-date'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { alarmSeriesOf, calendarLimits, type AlarmSeries } from './alarm-series'
import type { CalendarExport } from './kept-export'

/** How the phone's calendar stands to the schedule of this moment. */
export type CalendarState =
  /** Nothing was put in, or nothing of it is left. */
  | { kind: 'none' }
  /** The calendar rings when something is due, until `lastAt`. */
  | { kind: 'same'; at: Instant; lastAt: Instant }
  /** For some slot it ends within a week, at `lastAt` or has ended then, and doses go on. */
  | { kind: 'ending'; at: Instant; lastAt: Instant }
  /** `rings`: it will ring where nothing is due. `lacks`: something is due that it does not ring for. */
  | { kind: 'differs'; at: Instant; rings: boolean; lacks: boolean }

const day = minutesPerDay * msPerMinute
const endsSoonMs = 7 * day
/** A dose that was declined makes a supply last longer by a day: that asks for nothing. */
const longerMs = 3 * day
/** Beyond the last alarm that a file made today can hold. */
const unlimited = { days: calendarLimits.days + 2, untilRunOut: false }

export function compareExport(
  exported: CalendarExport | null,
  facts: Facts,
  now: Moment,
): CalendarState {
  const ahead = (list: readonly Instant[]) => list.filter((instant) => instant > now.instant)
  const given = ahead(exported?.alarms ?? [])
  const leftovers = ahead(exported?.leftovers ?? [])
  if (!exported || given.length + leftovers.length === 0) return { kind: 'none' }
  const { at, ends } = exported
  const due = alarmSeriesOf(facts, now)
  // Whether there is still something for it is no reason to have an alarm taken out.
  const asked = new Set(instantsOf(alarmSeriesOf(facts, now, unlimited)))
  const has = new Set(given)
  const endOf = ({ slotId }: AlarmSeries) => ends[slotId] ?? Infinity
  const some = (test: (instant: Instant, end: Instant) => boolean) =>
    due.filter((series) => series.alarms.some(({ instant }) => test(instant, endOf(series))))
  const rings = leftovers.length > 0 || given.some((instant) => !asked.has(instant))
  const lacks = some((instant, end) => instant <= end && !has.has(instant)).length > 0
  if (rings || lacks) return { kind: 'differs', at, rings, lacks }
  const goingOn = some((instant, end) => instant > end + longerMs).map(endOf)
  const firstEnd = Math.min(...goingOn)
  return firstEnd < now.instant + endsSoonMs
    ? { kind: 'ending', at, lastAt: firstEnd }
    : { kind: 'same', at, lastAt: given.at(-1) ?? at }
}

/** What is remembered once a file with these alarms was put in. */
export function afterExport(
  before: CalendarExport | null,
  series: readonly AlarmSeries[],
  at: Instant,
  root: string,
): CalendarExport {
  const alarms = instantsOf(series)
  const has = new Set(alarms)
  const older = [...(before?.alarms ?? []), ...(before?.leftovers ?? [])]
  const leftovers = [...new Set(older)].filter((instant) => instant > at && !has.has(instant))
  const ends: Record<string, Instant> = {}
  for (const { slotId, alarms: own } of series)
    ends[slotId] = Math.max(ends[slotId] ?? 0, own.at(-1)?.instant ?? 0)
  return { at, alarms, ends, leftovers, root: before?.root ?? root }
}

/**
 * What is remembered once the person says that the old entries are deleted: those of before where a new file
 * was put in since, else all of them.
 */
export function afterDeleting(
  before: CalendarExport,
  facts: Facts,
  now: Moment,
): CalendarExport | null {
  const newest = { ...before, leftovers: [] }
  const state = compareExport(newest, facts, now)
  const isRight = state.kind === 'same' || state.kind === 'ending'
  return isRight && before.leftovers.length > 0 ? newest : null
}

const instantsOf = (series: readonly AlarmSeries[]): Instant[] =>
  series.flatMap(({ alarms }) => alarms.map(({ instant }) => instant)).sort((a, b) => a - b)
