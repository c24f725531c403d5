import { wallMinute, type EpochDay } from './care-date'
import { recordsOf } from './dose-records'
import { dueDoses, plansOf } from './due-doses'
import type { CourseVersion, Facts } from './facts'
import { readDoseKey } from './keys'
import type { Moment } from './moment'
import { occursOn } from './recurrence'
import type { SlotId } from './schedule-facts'
import { minuteOn } from './timetable'

/** What an edited course says of its doses. */
export type CourseDraft = Pick<CourseVersion, 'courseId' | 'rule' | 'slots' | 'lastOn'>

/**
 * The care date from which an edit of a course applies: today while no dose of it is answered or past, be
 * it by the old version or by the new one; else the next.
 */
export function courseEditFrom(facts: Facts, draft: CourseDraft, now: Moment): EpochDay {
  const isOver = hasBegun(facts, now, (key) => readDoseKey(key).courseId === draft.courseId)
  return isOver || newlyPast(facts, draft, now) ? now.day + 1 : now.day
}

/** The care date from which a slot's new minute applies, by the same rule for every course that uses it. */
export function hoursEditFrom(facts: Facts, slotId: SlotId, minute: number, now: Moment): EpochDay {
  const isOfSlot = (key: string) => readDoseKey(key).slotId === slotId
  const isUsed = dueDoses(facts, now.day, now.day + 1).some(({ key }) => isOfSlot(key))
  const isPast = isUsed && wallMinute(now.day, minute) <= now.wall
  return isPast || hasBegun(facts, now, isOfSlot) ? now.day + 1 : now.day
}

/** Whether any of today's keys that are meant is past or answered. */
function hasBegun(facts: Facts, now: Moment, isMeant: (key: string) => boolean): boolean {
  const records = recordsOf(facts)
  const answered = records.keysOn(now.day).filter((key) => records.find(key)?.shown)
  const past = dueDoses(facts, now.day, now.day + 1).filter(({ wall }) => wall <= now.wall)
  return [...answered, ...past.map(({ key }) => key)].some(isMeant)
}

function newlyPast(facts: Facts, draft: CourseDraft, { day, wall }: Moment): boolean {
  const plan = plansOf(facts).get(draft.courseId)
  const isDue = occursOn(draft.rule, day) && day <= (draft.lastOn ?? Infinity)
  if (!plan || !isDue) return false
  const walls = draft.slots.map(({ slotId }) => {
    const minute = minuteOn(plan.hours, slotId, day)
    return minute === null ? Infinity : wallMinute(day, minute)
  })
  return walls.some((due) => plan.trackedFrom <= due && due <= wall)
}
