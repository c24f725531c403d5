import type { EpochDay, WallMinute } from './care-date'
import { doseKey } from './keys'
import { packCoverOf, type PackCover } from './pack-end'
import type { ScheduleFacts } from './schedule-facts'
import {
  inOrderOfTime,
  occurrences,
  timetablesOf,
  type CourseTimetable,
  type Occurrence,
} from './timetable'

/** A dose that is due, or would be but for a pause. */
export interface Dose extends Occurrence {
  /** `course|care date|slot` */
  key: string
}

export interface Plan extends CourseTimetable {
  isCovered: PackCover
  trackedFrom: WallMinute
}

const plans = new WeakMap<ScheduleFacts, Map<string, Plan>>()

/** The timetables of all courses by id, worked out once for each collection of facts. */
export function plansOf(facts: ScheduleFacts): ReadonlyMap<string, Plan> {
  let known = plans.get(facts)
  if (!known) {
    known = new Map(
      timetablesOf(facts).map((timetable) => [
        timetable.course.id,
        {
          ...timetable,
          isCovered: packCoverOf(timetable),
          trackedFrom: timetable.course.trackedFrom,
        },
      ]),
    )
    plans.set(facts, known)
  }
  return known
}

/** The doses of one course in the order of time; see `dueDoses`. */
export function* dosesOfCourse(plan: Plan, from: EpochDay, to: EpochDay): Generator<Dose> {
  for (const one of occurrences(plan, from, to)) {
    if (one.wall < plan.trackedFrom || !plan.isCovered(one.slotId, one.wall)) continue
    yield { ...one, key: doseKey(one.courseId, one.day, one.slotId) }
  }
}

/**
 * Every dose due on the care dates from `from` until before `to`, in the order of time. Follows from the
 * schedule alone: no clock, no zone, no answer. Paused doses are flagged, not left out; doses due before a
 * course was tracked, or after the packs it ends with, are no doses.
 */
export function dueDoses(facts: ScheduleFacts, from: EpochDay, to: EpochDay): Dose[] {
  return [...plansOf(facts).values()]
    .flatMap((plan) => [...dosesOfCourse(plan, from, to)])
    .sort(inOrderOfTime)
}
