import { chainOf } from '../schedule/chain'
import type { Facts } from '../schedule/facts'

/** What a course is called now: as its newest version says, else as it began. Empty when it is not known. */
export function labelOf(facts: Facts, courseId: string): string {
  const chain = chainOf(facts.courseVersions.filter((version) => version.courseId === courseId))
  const course = facts.courses.find(({ id }) => id === courseId)
  return chain.at(-1)?.label ?? course?.label ?? ''
}
