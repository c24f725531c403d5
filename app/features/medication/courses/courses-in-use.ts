import { chainOf } from '../schedule/chain'
import { plansOf } from '../schedule/due-doses'
import type { Course, CourseVersion, Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { covers } from '../schedule/pauses'
import { hasEnded } from './course-state'

export interface CourseInUse {
  course: Course
  /** How it is taken now, or will be when it begins. */
  version: CourseVersion
  paused: boolean
}

/** What the person takes: without what has ended, by its last date or with its packs. */
export function coursesInUse(facts: Facts, now: Moment): CourseInUse[] {
  return [...plansOf(facts).values()].flatMap((plan) => {
    const { course, rulings, pauses } = plan
    const version =
      rulings.find(({ from, to }) => from <= now.day && now.day < to)?.version ??
      chainOf(facts.courseVersions.filter(({ courseId }) => courseId === course.id)).at(-1)
    const newest = rulings.at(-1)?.version
    if (!version || !newest) return []
    return hasEnded(plan, newest, now)
      ? []
      : [{ course, version, paused: covers(pauses, now.wall) }]
  })
}
