import { intakesInWords } from '~/features/medication/history/day-lines'
import type { EpochDay } from '~/features/medication/schedule/care-date'
import type { Facts } from '~/features/medication/schedule/facts'
import { historyOf } from '~/features/medication/schedule/history'
import type { Moment } from '~/features/medication/schedule/moment'
import { familyDay, type FamilyLine } from '../family-day'

/** A care date of a senior as their family reads it. */
export interface FamilyDay {
  day: EpochDay
  /** In the order of time. */
  lines: FamilyLine[]
  /** `두통약 2번`, of what is taken when it is needed. */
  intakes: string[]
}

/**
 * The days of a month up to today on which there was something, the first one first: by the rules of the senior's own
 * history, in the states a relative may read.
 * @param month `YYYY-MM`; its answers have to be among the facts
 */
export function familyMonth(facts: Facts, month: string, now: Moment): FamilyDay[] {
  return historyOf(facts, month, now)
    .filter(({ doses, intakes }) => doses.length + intakes.length > 0)
    .map((shown) => ({
      day: shown.day,
      lines: familyDay(facts, now, shown.day),
      intakes: intakesInWords(shown, facts),
    }))
}
