import type { NewFacts } from '../fact-schema'
import { courseState } from '../entry/course-state'
import { newestVersion, successor, versionsOf, type NewVersion } from '../entry/course-versions'
import { endCourse } from '../entry/end-course'
import { newestHour } from '../entry/hours-form'
import { endsOf, pausesNow } from '../entry/pause-course'
import { courseEditFrom, hoursEditFrom } from '../schedule/edit-from'
import type { CourseVersion, Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { withoutRetracted } from '../schedule/retraction'
import { usualMinutes } from '../schedule/timetable'
import { isNamedSlot } from '../wording'
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
  if (change.pauses.length > 0 && change.pauseEnds.length > 0) return null
  const made: NewFacts = {
    courseVersions: [
      ...change.courses.flatMap(({ id }) => endOfCourse(id, facts, now, newId)),
      ...change.courseVersions.flatMap((version) => versionBefore(version, facts, now, newId)),
    ],
    slotHours: hoursBefore(change, facts, now, newId),
    pauses: pausesBefore(change, facts, now, newId),
    pauseEnds: endsOf(heldBy(change, facts, now), now, newId),
    retractions: packsOf(change, facts).map(({ id }) => ({ id: newId(), factId: id })),
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
  version: CourseVersion,
  facts: Facts,
  now: Moment,
  newId: () => string,
): NewVersion[] {
  const base = facts.courseVersions.find(({ id }) => id === version.baseId)
  const newest = newestVersion(facts, version.courseId)
  if (!base || newest?.id !== version.id) return []
  const { courseId, rule, slots, lastOn } = base
  const first = versionsOf(facts, courseId)[0]?.fromOn ?? now.day
  const from = isSameSchedule(base, version)
    ? version.fromOn
    : Math.max(courseEditFrom(facts, { courseId, rule, slots, lastOn }, now), first)
  return [successor({ ...base, id: version.id }, newId(), { fromOn: from })]
}

const isSameSchedule = (one: CourseVersion, other: CourseVersion) =>
  JSON.stringify([one.rule, one.slots, one.lastOn]) ===
  JSON.stringify([other.rule, other.slots, other.lastOn])

const hoursBefore = ({ slotHours }: Change, facts: Facts, now: Moment, newId: () => string) =>
  slotHours.flatMap(({ id, baseId, slotId }) => {
    if (!isNamedSlot(slotId) || newestHour(facts, slotId)?.id !== id) return []
    const base = facts.slotHours.find((hour) => hour.id === baseId)
    const minute = base?.minute ?? usualMinutes[slotId]
    const fromOn = hoursEditFrom(facts, slotId, minute, now)
    return [{ id: newId(), slotId, baseId: id, fromOn, minute }]
  })

/** Pauses of this change that still hold. */
const heldBy = ({ pauses }: Change, facts: Facts, now: Moment) =>
  pauses.flatMap(({ id, courseId }) =>
    pausesNow(facts, courseId, now).filter((held) => held.id === id),
  )

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
