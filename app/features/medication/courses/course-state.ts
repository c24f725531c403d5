import { dosesOfCourse, plansOf, type Plan } from '../schedule/due-doses'
import type { CourseVersion, Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { covers } from '../schedule/pauses'
import { newestVersion } from './course-versions'

export type CourseState = 'running' | 'paused' | 'ended'

/** The longest rule is every 366 days; nothing for longer than that is nothing any more. */
const longestWaitDays = 400

/** A course that has not begun yet is running. */
export function courseState(facts: Facts, courseId: string, now: Moment): CourseState {
  const plan = plansOf(facts).get(courseId)
  const newest = newestVersion(facts, courseId)
  if (!plan || !newest || hasEnded(plan, newest, now)) return 'ended'
  return covers(plan.pauses, now.wall) ? 'paused' : 'running'
}

/** By its last date, or with its packs. */
export function hasEnded(plan: Plan, newest: CourseVersion, now: Moment): boolean {
  if (isOver(newest, now)) return true
  if (plan.course.kind === 'as_needed') return false
  const to = Math.max(now.day, newest.fromOn) + longestWaitDays
  return dosesOfCourse(plan, now.day, to).next().done ?? false
}

/** Its last date is past: unlike one that ended with its pack, it does not go on with the next. */
export const isOver = ({ lastOn }: Pick<CourseVersion, 'lastOn'>, now: Moment): boolean =>
  lastOn !== null && lastOn < now.day
