import type { NewFacts } from '../facts/fact-schema'
import { courseState } from '../courses/course-state'
import { newestVersion, successor, versionsOf, type NewVersion } from '../courses/course-versions'
import { endCourse } from '../courses/end-course'
import { newestHour } from '../hours/hours-form'
import { endsOf, pausesNow } from '../pauses/pause-course'
import { courseEditFrom, hoursEditFrom } from '../schedule/edit-from'
import type { CourseVersion, Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { endOf } from '../schedule/pauses'
import { withoutRetracted } from '../schedule/retraction'
import { usualMinutes } from '../schedule/timetable'
import { isNamedSlot } from '../wording'
import { hourSteps, pausedAround, versionStep } from './before-change'
import type { Change } from './list-changes'

/**
 * The facts by which it is again as it was before somebody else's change; null where there is nothing to put
 * back, because it has been changed since or has passed by itself. Nothing is deleted: what was done or taken
 * meanwhile stays.
 */
export function putBack(
  change: Change,
  facts: Facts,
  now: Moment,
  newId: () => string,
): NewFacts | null {
  const paused = pausedAround(change, facts)
  // It was paused and still is: nothing of that is to be put back.
  const isStill = paused.before && paused.after
  const made: NewFacts = {
    courseVersions: [
      ...change.courses.flatMap(({ id }) => endOfCourse(id, facts, now, newId)),
      ...versionBefore(change, facts, now, newId),
    ],
    slotHours: hoursBefore(change, facts, now, newId),
    pauses: isStill ? [] : pausesBefore(change, facts, now, newId),
    pauseEnds: isStill ? [] : endsOf(heldBy(change, facts, now), now, newId),
    retractions: [...packsOf(change, facts), ...elsewhen(change, facts, now)].map(({ id }) => ({
      id: newId(),
      factId: id,
    })),
  }
  const filled = Object.entries(made).filter(([, list]) => list.length > 0)
  return filled.length === 0 ? null : (Object.fromEntries(filled) as NewFacts)
}

function endOfCourse(courseId: string, facts: Facts, now: Moment, newId: () => string) {
  if (courseState(facts, courseId, now) === 'ended') return []
  const outcome = endCourse(courseId, facts, now, newId)
  return 'facts' in outcome ? (outcome.facts.courseVersions ?? []) : []
}

function versionBefore(
  change: Change,
  facts: Facts,
  now: Moment,
  newId: () => string,
): NewVersion[] {
  const { before, after } = versionStep(change, facts) ?? {}
  if (!before || !after || newestVersion(facts, after.courseId)?.id !== after.id) return []
  const { courseId, rule, slots, lastOn } = before
  const first = versionsOf(facts, courseId)[0]?.fromOn ?? now.day
  const from = isSameSchedule(before, after)
    ? after.fromOn
    : Math.max(courseEditFrom(facts, { courseId, rule, slots, lastOn }, now), first)
  return [successor({ ...before, id: after.id }, newId(), { fromOn: from })]
}

const isSameSchedule = (one: CourseVersion, other: CourseVersion) =>
  JSON.stringify([one.rule, one.slots, one.lastOn]) ===
  JSON.stringify([other.rule, other.slots, other.lastOn])

const hoursBefore = (change: Change, facts: Facts, now: Moment, newId: () => string) =>
  hourSteps(change, facts).flatMap(({ before, after: { id, slotId } }) => {
    if (newestHour(facts, slotId)?.id !== id) return []
    const minute = before?.minute ?? (isNamedSlot(slotId) ? usualMinutes[slotId] : null)
    // The exact time of a new version goes with it.
    if (minute === null) return []
    const fromOn = hoursEditFrom(facts, slotId, minute, now)
    return [{ id: newId(), slotId, baseId: id, fromOn, minute }]
  })

/** Pauses of this change that still hold. */
const heldBy = ({ pauses }: Change, facts: Facts, now: Moment) =>
  pauses.flatMap(({ id, courseId }) =>
    pausesNow(facts, courseId, now).filter((held) => held.id === id),
  )

/** Pauses of this change that lie in other days: no medicine is paused by them just now. */
const elsewhen = ({ pauses }: Change, facts: Facts, { wall }: Moment) =>
  withoutRetracted(facts, pauses).filter((pause) => {
    const to = endOf(pause, facts)
    return pause.fromWall < to && (pause.fromWall > wall || (pause.toWall ?? Infinity) <= wall)
  })

/** Pauses that this change ended, begun anew. */
const pausesBefore = ({ pauseEnds }: Change, facts: Facts, now: Moment, newId: () => string) =>
  pauseEnds.flatMap(({ pauseId }) => {
    const pause = facts.pauses.find(({ id }) => id === pauseId)
    if (!pause || pausesNow(facts, pause.courseId, now).length > 0) return []
    const toWall = pause.toWall !== null && pause.toWall > now.wall ? pause.toWall : null
    if (pause.toWall !== null && toWall === null) return []
    const { courseId, reason } = pause
    return [{ id: newId(), courseId, fromWall: now.wall, toWall, reason }]
  })

/** Packs that came by themselves; one that came with a new medicine ends with it. */
const packsOf = ({ courses, packs }: Change, facts: Facts) =>
  courses.length > 0 ? [] : withoutRetracted(facts, packs)
