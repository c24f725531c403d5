import { careDateOf, type EpochDay, type WallMinute } from '../schedule/care-date'
import { careDateOfKey } from '../schedule/keys'
import type { NewFacts } from './fact-schema'

/**
 * Whether some facts may be meant of another day than they say, because the clock showed the day `shown` where
 * `right` would have been right. Today, yesterday and tomorrow are said by the clock; a day further away was
 * chosen by its date, and what is taken when needed begins on no day, so that neither has to be asked about.
 */
export function mayMeanAnotherDay(facts: NewFacts, shown: EpochDay, right: EpochDay): boolean {
  const [from, to] = [Math.min(shown, right) - 1, Math.max(shown, right) + 1]
  return daysTold(facts).some((day) => day >= from && day <= to)
}

function daysTold(facts: NewFacts): EpochDay[] {
  const { answers = [], intakes = [], courses = [], courseVersions = [], packs = [] } = facts
  const { stockCounts = [], pauses = [], pauseEnds = [] } = facts
  const walls: (WallMinute | null)[] = [
    ...answers.map(({ takenWall }) => takenWall),
    ...intakes.map(({ takenWall }) => takenWall),
    ...courses.flatMap(({ kind, trackedFrom }) => (kind === 'as_needed' ? [] : [trackedFrom])),
    ...stockCounts.map(({ countedWall }) => countedWall),
    ...pauses.flatMap(({ fromWall, toWall }) => [fromWall, toWall]),
    ...pauseEnds.map(({ toWall }) => toWall),
  ]
  return [
    ...walls.filter((wall) => wall !== null).map(careDateOf),
    ...answers.map(({ doseKey }) => careDateOfKey(doseKey)),
    ...courseVersions.flatMap(({ slots, fromOn }) => (slots.length === 0 ? [] : [fromOn])),
    ...packs.map(({ firstOn }) => firstOn),
  ]
}
