import { careDateOf, daysOfMonth, type EpochDay } from './care-date'
import { showDoses, type ShownDose } from './dose-state'
import type { Facts, Intake } from './facts'
import type { Moment } from './moment'
import { withoutRetracted } from './retraction'

export interface HistoryDay {
  day: EpochDay
  /** Due ∪ answered, in the order of the day. */
  doses: ShownDose[]
  /** Of `as_needed` courses, in the order of time. */
  intakes: Intake[]
}

/**
 * A month of care dates up to today, each with everything that was due or answered.
 * @param month `YYYY-MM`; its answers have to be among the facts
 */
export function historyOf(facts: Facts, month: string, now: Moment): HistoryDay[] {
  const { from, to } = daysOfMonth(month)
  const days = new Map<EpochDay, HistoryDay>()
  for (let day = from; day < to && day <= now.day; day++) {
    days.set(day, { day, doses: [], intakes: [] })
  }
  for (const shown of showDoses(facts, from, to, now)) days.get(shown.day)?.doses.push(shown)
  const intakes = withoutRetracted(facts, facts.intakes)
  for (const intake of intakes.sort((a, b) => a.takenWall - b.takenWall)) {
    days.get(careDateOf(intake.takenWall))?.intakes.push(intake)
  }
  return [...days.values()]
}
