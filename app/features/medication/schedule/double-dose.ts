import { minutesPerDay, msPerMinute, startOfCareDate, type Instant } from './care-date'
import { answeredFor, type DoseRecord } from './dose-record'
import { recordsOf } from './dose-records'
import { dosesOfCourse, plansOf } from './due-doses'
import type { Answer, Facts } from './facts'
import { careDateOfKey, readDoseKey } from './keys'
import { longestGuessedGapMin } from './numbers-to-confirm'
import { rulingOn } from './chain'

/** Why 먹었어요 stops and asks before it is written. */
export type DoubleDose =
  /** The key is answered already: only the deliberate second step goes on, and writes `extra`. */
  | { kind: 'same_dose'; answer: Answer }
  /** Another dose of the course was taken too near: going on sets `guardPassed`. */
  | { kind: 'near_dose'; answer: Answer; minutesApart: number; leastGapMin: number }

/**
 * What speaks against taking a dose at an instant, or null. `unknown` counts as taken when it was answered, at the
 * latest as its care date ended: whoever is asked the next morning speaks of the day before.
 * The same medicine in two courses is not noticed.
 */
export function findDoubleDose(facts: Facts, key: string, takenAt: Instant): DoubleDose | null {
  const records = recordsOf(facts)
  const sameDose = mayHaveTaken(records.find(key))[0]
  if (sameDose) return { kind: 'same_dose', answer: sameDose }

  const leastGapMin = leastGap(facts, key)
  const { courseId, day } = readDoseKey(key)
  const dates = Math.ceil(leastGapMin / minutesPerDay) + 1
  let nearest: Answer | null = null
  let minutesApart = leastGapMin
  for (let near = day - dates; near <= day + dates; near++) {
    const keys = records.keysOn(near).filter((one) => one.startsWith(`${courseId}|`))
    for (const answer of keys.flatMap((one) => mayHaveTaken(records.find(one)))) {
      const apart = Math.abs(takenAt - takenBy(answer)) / msPerMinute
      if (apart < minutesApart) [nearest, minutesApart] = [answer, apart]
    }
  }
  return nearest && { kind: 'near_dose', answer: nearest, minutesApart, leastGapMin }
}

/** The latest instant at which it may have been swallowed. */
function takenBy(answer: Answer): Instant {
  const at = answeredFor(answer)
  if (answer.kind !== 'unknown') return at
  const dayOver = startOfCareDate(careDateOfKey(answer.doseKey) + 1) - answer.offsetMin
  return Math.min(at, dayOver * msPerMinute)
}

/** Every answer by which a medicine was, or may have been, swallowed. */
const mayHaveTaken = (record: DoseRecord | null): Answer[] =>
  record
    ? [...record.heads, ...record.extras].filter(
        ({ kind }) => kind === 'taken' || kind === 'unknown' || kind === 'extra',
      )
    : []

/** Minutes to keep between doses: as the label says, else half the shortest gap of the schedule, at most 6 h. */
function leastGap(facts: Facts, key: string): number {
  const { courseId, day } = readDoseKey(key)
  const plan = plansOf(facts).get(courseId)
  const said = plan && rulingOn(plan.rulings, day)?.minGapMin
  if (said !== null && said !== undefined) return said
  let shortest = 2 * longestGuessedGapMin
  let before = -Infinity
  // A gap that begins more than a date away cannot be the shortest: 12 hours are the most that count.
  for (const { wall } of plan ? dosesOfCourse(plan, day - 1, day + 2) : []) {
    shortest = Math.min(shortest, wall - before)
    before = wall
  }
  return shortest / 2
}
