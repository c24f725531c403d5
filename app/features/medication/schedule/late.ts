import { latestLateMin } from './numbers-to-confirm'

/**
 * Minutes after which a dose is only asked about: half the way to the course's next dose, at most 2 hours.
 * NHS Specialist Pharmacy Service: most medicines tolerate 2 hours; never double.
 * @param gapToNext minutes until the course's next dose, Infinity when there is none
 */
export const lateAfter = (gapToNext: number): number => Math.min(latestLateMin, gapToNext / 2)
