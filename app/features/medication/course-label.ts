import type { Facts } from './schedule/facts'

/** What a course is called. Empty when it is not known. */
export const labelOf = (facts: Facts, courseId: string): string =>
  facts.courses.find(({ id }) => id === courseId)?.label ?? ''
