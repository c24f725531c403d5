import { minutesPerDay, msPerMinute, type Instant } from './care-date'
import { rulingOn } from './chain'
import { plansOf } from './due-doses'
import type { Facts } from './facts'
import type { Moment } from './moment'
import { withoutRetracted } from './retraction'

export interface NextIntake {
  /** Now when nothing speaks against it. */
  possibleAt: Instant
  /** What has to pass until then: the least gap, or the day in which the most were taken. */
  waitsFor: 'gap' | 'most' | null
  /** Intakes left within any 24 hours; null when the label names no most. */
  remaining: number | null
  /** The next one is the last for now: said before it is ticked. */
  isLast: boolean
}

const day = minutesPerDay * msPerMinute

/**
 * When an `as_needed` course may be taken again: after its least gap, and with fewer than its most within
 * 24 hours that roll with the clock; not per calendar day, whose midnight would allow twice as many.
 */
export function nextIntake(facts: Facts, courseId: string, now: Moment): NextIntake {
  const rulings = plansOf(facts).get(courseId)?.rulings ?? []
  const { minGapMin, max24h } = rulingOn(rulings, now.day) ?? { minGapMin: null, max24h: null }
  const takenAt = intakesOf(facts, courseId)
  const last = takenAt[0] ?? -Infinity
  const afterGap = last + (minGapMin ?? 0) * msPerMinute
  // Full again as long as the most-th newest lies within the day.
  const afterMost = max24h === null ? -Infinity : (takenAt[max24h - 1] ?? -Infinity) + day
  const within = takenAt.filter((instant) => instant > now.instant - day).length
  const remaining = max24h === null ? null : Math.max(0, max24h - within)
  const possibleAt = Math.max(now.instant, afterGap, afterMost)
  return {
    possibleAt,
    waitsFor: possibleAt === now.instant ? null : afterMost > afterGap ? 'most' : 'gap',
    remaining,
    isLast: remaining === 1,
  }
}

/** When it was taken, the newest first: on all devices, without what was ticked by mistake. */
export function intakesOf(facts: Facts, courseId: string): Instant[] {
  return withoutRetracted(facts, facts.intakes)
    .filter((intake) => intake.courseId === courseId)
    .map(({ takenWall, offsetMin }) => (takenWall - offsetMin) * msPerMinute)
    .sort((a, b) => b - a)
}
