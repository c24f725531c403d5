import { coursesInUse, type CourseInUse } from '../courses/courses-in-use'
import { labelOf } from '../courses/course-label'
import { slotInWords } from '../history/day-lines'
import { suppliesOf, type Supply } from '../stock/supplies'
import { careDateOf, type EpochDay } from '../schedule/care-date'
import { showDoses, type DoseState, type ShownDose } from '../schedule/dose-state'
import type { Facts, Intake } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { withoutRetracted } from '../schedule/retraction'

/** Days back that may be chosen; today counts as the last of them. */
export const reportLengths = [30, 90] as const
export type ReportLength = (typeof reportLengths)[number]

export const reportLength = (asked: string | null): ReportLength =>
  reportLengths.find((days) => String(days) === asked) ?? 30

export interface ReportMedicine extends CourseInUse {
  supply: Supply | undefined
}

/** What was said of one medicine: how often each, of all the times it was to be taken until now. */
export interface ReportCount {
  courseId: string
  label: string
  total: number
  states: [state: DoseState, count: number][]
}

/** What was said of a time of day: of all of it, or of each medicine. */
export type ReportCell = readonly { label: string | null; words: string }[]

export interface ReportDay {
  day: EpochDay
  /** By the columns of the report. */
  cells: ReportCell[]
}

export interface Report {
  from: EpochDay
  to: EpochDay
  medicines: ReportMedicine[]
  counts: ReportCount[]
  columns: string[]
  /** The newest first; days on which nothing was due are left out. */
  days: ReportDay[]
  /** What was taken when it was needed, by medicine, in the order of time. */
  asNeeded: { courseId: string; label: string; intakes: Intake[] }[]
}

/** States in a word, for the cells of a table. What is still to come stays empty. */
const cellWords: Record<DoseState, string> = {
  taken: '드심',
  declined: '안 드심',
  unknown: '모름',
  question: '답 없음',
  no_record: '기록 없음',
  paused: '쉼',
  travelling: '여행',
  due: '',
  upcoming: '',
}
const stateOrder = Object.keys(cellWords) as DoseState[]

/** What a doctor is shown of the last days: the medicines, and what was said of them. No rate, no verdict. */
export function buildReport(facts: Facts, now: Moment, length: ReportLength): Report {
  const from = now.day - length + 1
  const supplies = suppliesOf(facts, now)
  const doses = showDoses(facts, from, now.day + 1, now)
  const over = doses.filter(({ state }) => cellWords[state] !== '')
  const columns = columnsOf(over, facts)
  return {
    from,
    to: now.day,
    medicines: coursesInUse(facts, now).map((one) => ({
      ...one,
      supply: supplies.find(({ courseId }) => courseId === one.course.id),
    })),
    counts: countsOf(over, facts),
    columns,
    days: daysOf(over, columns, facts),
    asNeeded: asNeededOf(facts, from, now.day),
  }
}

function countsOf(doses: readonly ShownDose[], facts: Facts): ReportCount[] {
  return [...groups(doses, ({ courseId }) => courseId)].map(([courseId, all]) => ({
    courseId,
    label: labelOf(facts, courseId),
    total: all.length,
    states: stateOrder.flatMap((state): [DoseState, number][] => {
      const count = all.filter((one) => one.state === state).length
      return count > 0 ? [[state, count]] : []
    }),
  }))
}

/** The times of day there were, in the order of the day. */
function columnsOf(doses: readonly ShownDose[], facts: Facts): string[] {
  const minutes = new Map<string, number>()
  for (const shown of doses) {
    const column = slotInWords(shown, facts)
    const minute = shown.dose?.minute ?? Infinity
    minutes.set(column, Math.min(minute, minutes.get(column) ?? Infinity))
  }
  return [...minutes].sort(([, a], [, b]) => a - b).map(([column]) => column)
}

function daysOf(doses: readonly ShownDose[], columns: readonly string[], facts: Facts) {
  return [...groups(doses, ({ day }) => day)]
    .sort(([a], [b]) => b - a)
    .map(([day, ofDay]): ReportDay => {
      const cells = columns.map((column) =>
        cellOf(
          ofDay.filter((shown) => slotInWords(shown, facts) === column),
          facts,
        ),
      )
      return { day, cells }
    })
}

/** One word where all of a time of day is alike, else each medicine with its own. */
function cellOf(doses: readonly ShownDose[], facts: Facts): ReportCell {
  const all = new Set(doses.map(({ state }) => cellWords[state]))
  if (all.size <= 1) return [...all].map((words) => ({ label: null, words }))
  return doses.map(({ courseId, state }) => ({
    label: labelOf(facts, courseId),
    words: cellWords[state],
  }))
}

function asNeededOf(facts: Facts, from: EpochDay, to: EpochDay): Report['asNeeded'] {
  const within = withoutRetracted(facts, facts.intakes)
    .filter(({ takenWall }) => careDateOf(takenWall) >= from && careDateOf(takenWall) <= to)
    .sort((a, b) => a.takenWall - b.takenWall)
  return [...groups(within, ({ courseId }) => courseId)].map(([courseId, intakes]) => ({
    courseId,
    label: labelOf(facts, courseId),
    intakes,
  }))
}

function groups<T, K>(list: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const found = new Map<K, T[]>()
  for (const one of list) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one])
  return found
}
