import { coursesInUse } from '../courses/courses-in-use'
import { labelOf } from '../courses/course-label'
import type { EpochDay, WallMinute } from '../schedule/care-date'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { daysLeft, runOutOf, runOutWarning } from '../schedule/run-out'
import { stockOf } from '../schedule/stock'

/** How long one course lasts, as far as it is known what was handed out. */
export interface Supply {
  courseId: string
  label: string
  /** The care date of the last dose there is surely something for, today at the earliest. */
  runsOutOn: EpochDay
  /** The latest it may be; another date than `runsOutOn` asks for a count. Null: nobody can say. */
  latestOn: EpochDay | null
  /** Care dates after today there is something for; null where not every day takes some. */
  daysLeft: number | null
  /** Nothing is left, for sure. */
  isOut: boolean
  /** From this wall time on people are told: when pharmacies and clinics are open. */
  tellsFrom: WallMinute
}

/** The supplies of what the person takes, the first to run out first. Courses that nobody counted are left out. */
export function suppliesOf(facts: Facts, now: Moment): Supply[] {
  return coursesInUse(facts, now)
    .flatMap(({ course, version }) => {
      const runOut = runOutOf(stockOf(facts, course.id, now))
      if (!runOut || runOut.earliestOn === null) return []
      const { earliestOn, latestOn } = runOut
      return [
        {
          courseId: course.id,
          label: labelOf(facts, course.id),
          runsOutOn: Math.max(earliestOn, now.day),
          latestOn,
          daysLeft: version.rule.kind === 'daily' ? daysLeft(earliestOn, now.day) : null,
          isOut: latestOn !== null && latestOn < now.day,
          tellsFrom: runOutWarning(earliestOn),
        },
      ]
    })
    .sort((a, b) => a.runsOutOn - b.runsOutOn || (a.courseId < b.courseId ? -1 : 1))
}

/** Those that people are to be told of now. */
export const suppliesToTell = (supplies: readonly Supply[], now: Moment): Supply[] =>
  supplies.filter(({ tellsFrom }) => tellsFrom <= now.wall)
