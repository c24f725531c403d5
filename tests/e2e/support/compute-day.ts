import { suppliesOf } from '../../../app/features/medication/stock/supplies'
import { nextIntake } from '../../../app/features/medication/schedule/as-needed'
import { showDoses } from '../../../app/features/medication/schedule/dose-state'
import type { Facts } from '../../../app/features/medication/schedule/facts'
import { findDoubleDose } from '../../../app/features/medication/schedule/double-dose'
import { momentOf } from '../../../app/features/medication/schedule/moment'

const shownDays = 60

/** Everything the rules say of a person's medicines at an instant, in a form that can be compared. */
export function computeDay(facts: Facts, instant: number) {
  const now = momentOf(facts, instant)
  const doses = showDoses(facts, now.day - shownDays, now.day + 2, now)
  return JSON.stringify({
    now,
    doses,
    doubles: doses.map(({ key }) => findDoubleDose(facts, key, instant)),
    next: facts.courses.map(({ id }) => nextIntake(facts, id, now)),
    supplies: suppliesOf(facts, now),
  })
}
