/**
 * Numbers that speak about health. Each is cautious and none comes from a label: a pharmacist should
 * confirm them before people rely on them. Minutes unless said otherwise.
 */

/** A dose this late is only asked about. NHS Specialist Pharmacy Service: most medicines tolerate 2 hours. */
export const latestLateMin = 120

/** The gap kept between two doses when the label names none is never asked to be longer than this. */
export const longestGuessedGapMin = 360

/** Two "taken" this near are one dose that two phones wrote down. */
export const sameDoseMin = 30

/** A journey that moves the clock further asks for the pharmacist. */
export const smallestAskedShiftMin = 180
