import { msPerMinute, type EpochDay } from './care-date'
import type { DoseRecord } from './dose-record'
import { recordsOf } from './dose-records'
import { dueDoses, type Dose } from './due-doses'
import type { Facts } from './facts'
import { readDoseKey } from './keys'
import { lateAfter } from './late'
import { shiftsOf, zoneOn, type Moment } from './moment'
import { covers, type WallInterval } from './pauses'
import type { SlotId } from './schedule-facts'
import { dueInstant } from './wall-time'

/**
 * What is shown of a dose: its answer; else paused 쉬는 중, travelling 여행 중 (its time was jumped over),
 * upcoming 예정, due 약 시간, question 드셨어요?; two care dates back no_record 기록 없음.
 */
export type DoseState =
  | 'taken'
  | 'declined'
  | 'unknown'
  | 'paused'
  | 'travelling'
  | 'upcoming'
  | 'due'
  | 'question'
  | 'no_record'

export interface ShownDose {
  key: string
  courseId: string
  day: EpochDay
  slotId: SlotId
  state: DoseState
  /** Null when it is not due, or not any more, but was answered. */
  dose: Dose | null
  record: DoseRecord | null
}

/** The last care date before today on which an unanswered dose still asks. */
const datesAsked = 1

/** Due ∪ answered on the care dates from `from` until before `to`: in the order of time, then the rest. */
export function showDoses(facts: Facts, from: EpochDay, to: EpochDay, now: Moment): ShownDose[] {
  const records = recordsOf(facts)
  const stateOf = statesAt(facts, now)
  // One date further, since a dose is late by the next one's time.
  const doses = dueDoses(facts, from, to + 1)
  const gaps = gapsToNext(doses)
  const shown: ShownDose[] = []
  for (const dose of doses) {
    if (dose.day >= to) continue
    const record = records.find(dose.key)
    const state = stateOf(dose, record, gaps.get(dose.key) ?? Infinity)
    const { key, courseId, day, slotId } = dose
    shown.push({ key, courseId, day, slotId, state, dose, record })
  }
  return [...shown, ...answeredBesides(shown, facts, from, to)]
}

function statesAt(facts: Facts, now: Moment) {
  const jumped: WallInterval[] = shiftsOf(facts)
  return (dose: Dose, record: DoseRecord | null, gapToNext: number): DoseState => {
    if (record?.shown) return record.shown
    if (dose.paused) return 'paused'
    if (dose.day > now.day + 1) return 'upcoming'
    if (dose.day < now.day - datesAsked) return 'no_record'
    if (covers(jumped, dose.wall)) return 'travelling'
    const late = now.instant - dueInstant(dose, zoneOn(facts, dose.day))
    if (late < 0) return 'upcoming'
    return late < lateAfter(gapToNext) * msPerMinute ? 'due' : 'question'
  }
}

/** Minutes from each dose to the next one of its course. */
function gapsToNext(doses: readonly Dose[]): Map<string, number> {
  const gaps = new Map<string, number>()
  const before = new Map<string, Dose>()
  for (const dose of doses) {
    const previous = before.get(dose.courseId)
    if (previous) gaps.set(previous.key, dose.wall - previous.wall)
    before.set(dose.courseId, dose)
  }
  return gaps
}

/** Keys that were answered but are not due: an answer never vanishes with an edit. */
function answeredBesides(
  shown: readonly ShownDose[],
  facts: Facts,
  from: EpochDay,
  to: EpochDay,
): ShownDose[] {
  const records = recordsOf(facts)
  const due = new Set(shown.map(({ key }) => key))
  const besides: ShownDose[] = []
  for (let day = from; day < to; day++) {
    for (const key of records.keysOn(day)) {
      if (due.has(key)) continue
      const record = records.find(key)
      const { courseId, slotId } = readDoseKey(key)
      const state = record?.shown ?? 'no_record'
      besides.push({ key, courseId, day, slotId, state, dose: null, record })
    }
  }
  return besides.sort((a, b) => (a.key < b.key ? -1 : 1))
}
