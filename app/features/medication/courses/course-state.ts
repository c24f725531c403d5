import { dosesOfCourse, plansOf } from '../schedule/due-doses'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { covers } from '../schedule/pauses'
import { newestVersion } from './course-versions'

export type CourseState = 'running' | 'paused' | 'ended'

/** The longest rule is every 366 days; nothing for longer than that is nothing any more. */
const longestWaitDays = 400

/** Ended: by its last date, or with its packs. A course that has not begun yet is running. */
export function courseState(facts: Facts, courseId: string, now: Moment): CourseState {
  const plan = plansOf(facts).get(courseId)
  const newest = newestVersion(facts, courseId)
  if (!plan || !newest) return 'ended'
  if (newest.lastOn !== null && newest.lastOn < now.day) return 'ended'
  if (plan.course.kind !== 'as_needed') {
    const to = Math.max(now.day, newest.fromOn) + longestWaitDays
    if (dosesOfCourse(plan, now.day, to).next().done) return 'ended'
  }
  return covers(plan.pauses, now.wall) ? 'paused' : 'running'
}
