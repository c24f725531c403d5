import type { EpochDay } from '../schedule/care-date'
import { courseEditFrom } from '../schedule/edit-from'
import type { CourseVersion, Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { newestVersion, successor, versionsOf } from './course-versions'
import type { Outcome } from '../forms/form-values'

/** The last date of a course that is ended now: yesterday, or today once a dose of it is past or answered. */
export const endsOn = (facts: Facts, { courseId, rule, slots }: CourseVersion, now: Moment) =>
  courseEditFrom(facts, { courseId, rule, slots, lastOn: now.day - 1 }, now) - 1

const unknown: Outcome = {
  errors: [{ fieldId: 'content', message: '이 약을 찾지 못했어요. 내 약에서 살펴봐 주세요.' }],
}

export function endCourse(
  courseId: string,
  facts: Facts,
  now: Moment,
  newId: () => string,
): Outcome {
  const newest = newestVersion(facts, courseId)
  if (!newest) return unknown
  const lastOn = endsOn(facts, newest, now)
  // Begins when it has ended: what held before is neither cut nor moved.
  const version = successor(newest, newId(), { fromOn: lastOn + 1, lastOn })
  return { to: `/medication/courses/${courseId}?done=ended`, facts: { courseVersions: [version] } }
}

/** 다시 챙기기: as it was before it was ended, from today or from tomorrow. */
export function reviveCourse(
  courseId: string,
  facts: Facts,
  now: Moment,
  newId: () => string,
): Outcome {
  const newest = newestVersion(facts, courseId)
  if (!newest) return unknown
  const { rule, slots } = newest
  const from: EpochDay = courseEditFrom(facts, { courseId, rule, slots, lastOn: null }, now)
  const first = versionsOf(facts, courseId)[0]?.fromOn ?? from
  const version = successor(newest, newId(), { fromOn: Math.max(from, first), lastOn: null })
  return {
    to: `/medication/courses/${courseId}?done=revived`,
    facts: { courseVersions: [version] },
  }
}
