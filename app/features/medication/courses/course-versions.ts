import type { NewFacts } from '../facts/fact-schema'
import { chainOf } from '../schedule/chain'
import type { CourseVersion, Facts } from '../schedule/facts'

export type NewVersion = NonNullable<NewFacts['courseVersions']>[number]

/** The versions of a course in the order in which they succeed each other. */
export const versionsOf = (facts: Facts, courseId: string): CourseVersion[] =>
  chainOf(facts.courseVersions.filter((version) => version.courseId === courseId))

export const newestVersion = (facts: Facts, courseId: string): CourseVersion | undefined =>
  versionsOf(facts, courseId).at(-1)

/** A version that succeeds the one its writer saw, with some things said differently. */
export function successor(
  { id: baseId, courseId, fromOn, lastOn, rule, slots, meal, ...rest }: CourseVersion,
  id: string,
  changes: Partial<Omit<NewVersion, 'id' | 'baseId' | 'courseId'>>,
): NewVersion {
  const { minGapMin, max24h, amount, unit, label, instruction } = rest
  const same = { fromOn, lastOn, rule, slots: [...slots], meal, minGapMin, max24h, amount, unit }
  return { ...same, label, instruction, ...changes, id, baseId, courseId }
}
