import type { ShownDose } from '~/features/medication/schedule/dose-state'
import type { Ladder } from './ladder'

/** The family hears of a silence only after so many repeats, whatever was chosen for the others. */
export const repeatsBefore = 2

/** How often a group is repeated at least, so that nobody is told of a silence that was hardly asked about. */
export const leastRepeats = (ladder: Ladder | null, doses: readonly ShownDose[]): number =>
  ladder && doses.some(({ courseId }) => ladder.courseIds.includes(courseId)) ? repeatsBefore : 0
