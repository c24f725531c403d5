import { daysShownToday, factsSince, type MedicationPage } from '../facts/medication-page'
import type { Fact, Facts } from '../schedule/facts'
import { momentOf } from '../schedule/moment'
import { suppliesOf, type Supply } from '../stock/supplies'

/** What 오늘 and 약 start from. */
export interface DayPage extends MedicationPage {
  /**
   * How long everything lasts. It follows from all answers since the packs began, up to 400 days of them, of which
   * the page needs no other: so whoever has them works it out.
   */
  supplies: readonly Supply[]
}

/** @param whole false where answers are missing: then nobody can say how long anything lasts */
export function dayPageOf(page: MedicationPage, whole = true): DayPage {
  const now = momentOf(page.facts, page.now)
  return {
    ...page,
    facts: factsSince(page.facts, now.day - daysShownToday),
    supplies: whole ? suppliesOf(page.facts, now) : [],
  }
}

const restocking = [
  'packs',
  'stockCounts',
  'courseVersions',
  'pauses',
  'pauseEnds',
  'retractions',
] as const

/** Those that still hold after what was done since: until the next page nothing is said of the others. */
export function suppliesAfter(
  { supplies, facts: before }: DayPage,
  facts: Facts,
): readonly Supply[] {
  const touched = new Set<string | null>()
  for (const kind of restocking) {
    const known = new Set<Fact>(before[kind])
    for (const fact of facts[kind])
      if (!known.has(fact)) touched.add('courseId' in fact ? fact.courseId : null)
  }
  return touched.has(null) ? [] : supplies.filter(({ courseId }) => !touched.has(courseId))
}
