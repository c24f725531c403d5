import type { EpochDay } from '../schedule/care-date'
import { recordsOf } from '../schedule/dose-records'
import { dosesOfCourse, plansOf } from '../schedule/due-doses'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { newestVersion } from './course-versions'

/** The longest rule is 366 days of rest after as many of taking. */
const furthestDays = 800

/** When a medicine is taken next whose days nobody knows by heart: every third day, or after a rest. */
export function nextDayOf(facts: Facts, courseId: string, now: Moment): EpochDay | null {
  const plan = plansOf(facts).get(courseId)
  const kind = newestVersion(facts, courseId)?.rule.kind
  if (!plan || (kind !== 'every' && kind !== 'cycle')) return null
  const records = recordsOf(facts)
  for (const { day, wall, key, paused } of dosesOfCourse(plan, now.day, now.day + furthestDays))
    if (wall > now.wall && !paused && !records.find(key)?.shown) return day
  return null
}
