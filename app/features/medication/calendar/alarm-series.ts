import { v5 as uuidv5 } from 'uuid'
import {
  minutesPerDay,
  msPerMinute,
  type EpochDay,
  type Instant,
  type WallMinute,
} from '../schedule/care-date'
import { rulingsOf, type Ruling } from '../schedule/chain'
import { dueDoses, plansOf, type Dose } from '../schedule/due-doses'
import type { Facts, SlotId } from '../schedule/facts'
import { usualZone, type Moment } from '../schedule/moment'
import { runOutOf } from '../schedule/run-out'
import { stockOf } from '../schedule/stock'
import { dueInstant, offsetIn, wallIn } from '../schedule/wall-time'
import { changesOf } from './changes'

/** When one alarm rings: a time of the wall, and the point in time that it means. */
export interface Alarm {
  wall: WallMinute
  instant: Instant
}

/**
 * The alarms of one time of day while its hour, its zone and the zone's clocks stay the same; in order, at
 * least one.
 */
export interface AlarmSeries {
  /** The same for as long as slot, hour and zone stay; tells nothing about anybody. */
  uid: string
  /** RFC 5545 §3.8.7.4: rises with every change and never falls. */
  sequence: number
  slotId: SlotId
  /** Minute of the care date. */
  minute: number
  /** IANA name. */
  zone: string
  /** Whether its zone's wall shows each of these times exactly once; else it is a single one. */
  plain: boolean
  alarms: Alarm[]
}

export interface CalendarLimits {
  /** How many care dates from today. */
  days: number
  /** Whether alarms end with what was handed out, also where doses go on under "더 받으셨나요?". */
  untilRunOut: boolean
}

/** An entry that a phone took in cannot be taken back from here: none reaches further than this. */
export const calendarLimits: CalendarLimits = { days: 90, untilRunOut: true }

/**
 * Every alarm from now on, by time of day: one for each group of doses that is due and not paused. Follows
 * from the schedule, what is left and the moment alone, so that worker and server come to the same.
 * @param root that the phone's calendar knows its entries by (`kept-export.ts`)
 */
export function alarmSeriesOf(
  facts: Facts,
  now: Moment,
  limits: CalendarLimits = calendarLimits,
  root = rootOf(facts),
): AlarmSeries[] {
  const isLeft = limits.untilRunOut ? supplyOf(facts, now) : () => true
  const segmentOf = segmentsOf(facts)
  const series = new Map<string, AlarmSeries>()
  for (const dose of dueDoses(facts, now.day, now.day + limits.days)) {
    if (dose.paused || !isLeft(dose)) continue
    const { since, zone } = segmentOf(dose)
    const instant = dueInstant(dose, zone)
    if (instant <= now.instant) continue
    const { slotId, minute, wall, day } = dose
    // Programs disagree about a time that clocks skip or show twice, and repeat across it in their own ways.
    const plain = isShownOnce(wall, instant, zone)
    const clocks = plain ? `${wall - instant / msPerMinute}` : `on ${day}`
    const name = [slotId, since ?? 'usual', minute, clocks].join('|')
    const known = series.get(name)
    if (!known) {
      const uid = uuidv5(`${root}|${name}`, namespace)
      const sequence = changesOf(facts, slotId)
      const alarms = [{ wall, instant }]
      series.set(name, { uid, sequence, slotId, minute, zone, plain, alarms })
    } else if (known.alarms.at(-1)?.wall !== wall) known.alarms.push({ wall, instant })
  }
  return [...series.values()]
}

const namespace = '2f0b6f0e-5d0c-4c9e-9a53-0d6a4f6d1c11'

/**
 * What makes a person's entries nobody else's: the id of their first course, random and known to their own
 * phones only, the same before and after there is an account. An account that adopts may have an older one: a phone
 * goes on with the root that it gave its calendar first.
 */
export const rootOf = (facts: Facts): string =>
  facts.courses.reduce((least, { id }) => (least === '' || id < least ? id : least), '')

/** A time in a gap is shown never, one in a fold twice. */
function isShownOnce(wall: WallMinute, instant: Instant, zone: string): boolean {
  const near = [
    instant - minutesPerDay * msPerMinute,
    instant,
    instant + minutesPerDay * msPerMinute,
  ]
  const read = near.map((one) => (wall - offsetIn(zone, one)) * msPerMinute)
  return new Set(read.filter((one) => wallIn(zone, one) === wall)).size === 1
}

/** From which care date on a dose's hour and zone have been what they are; null: since ever. */
function segmentsOf(facts: Facts) {
  const zones = rulingsOf(facts.zones)
  return ({ courseId, slotId, day }: Dose): { since: EpochDay | null; zone: string } => {
    const hours = plansOf(facts).get(courseId)?.hours.get(slotId) ?? []
    const zone = rulingAt(zones, day)
    const since = Math.max(rulingAt(hours, day)?.from ?? -Infinity, zone?.from ?? -Infinity)
    return {
      since: since === -Infinity ? null : since,
      zone: zone?.version.name ?? usualZone,
    }
  }
}

const rulingAt = <V>(rulings: readonly Ruling<V>[], day: EpochDay): Ruling<V> | undefined =>
  rulings.find(({ from, to }) => from <= day && day < to)

/** Whether there is something for a dose, counted the cautious way; yes where nobody counted. */
function supplyOf(facts: Facts, now: Moment): (dose: Dose) => boolean {
  const lastDays = new Map<string, EpochDay>()
  for (const { id } of facts.courses) {
    const stock = stockOf(facts, id, now)
    const last = runOutOf(stock)?.earliestOn
    if (last != null) lastDays.set(id, last)
    for (const { slotId, earliestOn } of stock)
      if (slotId !== null && earliestOn !== null) lastDays.set(`${id}|${slotId}`, earliestOn)
  }
  return ({ courseId, slotId, day }) =>
    day <= (lastDays.get(`${courseId}|${slotId}`) ?? lastDays.get(courseId) ?? Infinity)
}

/** The calendar's own day of a wall time: 00:30 of a bedtime lies on the day after its care date. */
export const calendarDayOf = (wall: WallMinute): EpochDay => Math.floor(wall / minutesPerDay)
