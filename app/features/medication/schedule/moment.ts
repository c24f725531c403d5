import {
  careDateOf,
  startOfCareDate,
  type EpochDay,
  type Instant,
  type WallMinute,
} from './care-date'
import { chainOf, rulingOn, rulingsOf } from './chain'
import type { Facts, Zone } from './facts'
import { smallestAskedShiftMin } from './numbers-to-confirm'
import type { WallInterval } from './pauses'
import { instantOf, wallIn } from './wall-time'

/** Where people live who never said otherwise. */
export const usualZone = 'Asia/Seoul'

/** An instant as its person lives it. Every "now" is handed in as one. */
export interface Moment {
  instant: Instant
  zone: string
  wall: WallMinute
  /** The care date. */
  day: EpochDay
}

const momentIn = (zone: string, instant: Instant): Moment => {
  const wall = wallIn(zone, instant)
  return { instant, zone, wall, day: careDateOf(wall) }
}

/** An instant in the zone that rules then: the last of the chain that has begun by its own clock. */
export function momentOf(facts: Pick<Facts, 'zones'>, instant: Instant): Moment {
  for (const zone of chainOf(facts.zones).reverse()) {
    const moment = momentIn(zone.name, instant)
    if (zone.fromOn <= moment.day) return moment
  }
  return momentIn(usualZone, instant)
}

/** The zone in which the doses of a care date are due. */
export const zoneOn = (facts: Pick<Facts, 'zones'>, day: EpochDay): string =>
  rulingOn(rulingsOf(facts.zones), day)?.name ?? usualZone

/** A change of zone as the wall saw it: `to` before `from` when time was gained. */
export interface Shift extends WallInterval {
  asksPharmacist: boolean
}

/** The changes of zone; doses between `from` and `to` were jumped over on the way. */
export function shiftsOf(facts: Pick<Facts, 'zones'>): Shift[] {
  let before = usualZone
  return chainOf(facts.zones).map((zone) => {
    const instant = beganAt(zone)
    const [from, to] = [wallIn(before, instant), wallIn(zone.name, instant)]
    before = zone.name
    return { from, to, asksPharmacist: Math.abs(to - from) > smallestAskedShiftMin }
  })
}

/** A zone written down ahead begins with its care date, any other when it was written down. */
const beganAt = ({ at, fromOn, name }: Zone): Instant =>
  Math.max(at, instantOf(startOfCareDate(fromOn), name))
