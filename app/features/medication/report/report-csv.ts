import { trailOf } from '../history/answer-trail'
import { timeField } from '../history/correct-dose'
import { labelOf } from '../courses/course-label'
import { minuteOfDose, slotInWords } from '../history/day-lines'
import { isoDate, minutesPerDay, type EpochDay, type WallMinute } from '../schedule/care-date'
import { showDoses, type ShownDose } from '../schedule/dose-state'
import { plansOf } from '../schedule/due-doses'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { stateWords } from '../history/state-words'
import { amountInWords, weekdayName } from '../wording'
import { buildReport, type ReportLength } from './report'

const head = ['날짜', '요일', '때', '정한 시간', '약', '양', '답', '드신 시간', '고친 횟수']

/**
 * Every dose and intake of the report's days, the oldest first, as a file that spreadsheets open: UTF-8 with
 * its mark, lines and quotes as in RFC 4180, and nothing that a spreadsheet would take for a formula.
 */
export function reportCsv(facts: Facts, now: Moment, length: ReportLength): string {
  const { from, to, asNeeded } = buildReport(facts, now, length)
  const doses = showDoses(facts, from, to + 1, now)
    .filter(({ state }) => state !== 'upcoming')
    .map((shown) => ({
      wall: shown.dose?.wall ?? shown.day * minutesPerDay + minutesPerDay,
      cells: doseCells(shown, facts),
    }))
  const intakes = asNeeded.flatMap(({ courseId, label, intakes }) =>
    intakes.map(({ takenWall, amount }) => {
      const day = Math.floor(takenWall / minutesPerDay)
      const how = [label, amountInWords(amount, unitOf(facts, courseId))]
      const said = [stateWords.taken, wallInCell(takenWall), '0']
      return { wall: takenWall, cells: [...dateCells(day), '필요할 때', '', ...how, ...said] }
    }),
  )
  const rows = [...doses, ...intakes].sort((a, b) => a.wall - b.wall).map(({ cells }) => cells)
  return `\uFEFF${[head, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`
}

/** Without the person's name: a file lies around. */
export const csvName = (now: Moment): string => `gyeote-${isoDate(now.day)}.csv`

function doseCells(shown: ShownDose, facts: Facts): string[] {
  const { key, day, courseId, dose, record, state } = shown
  const minute = minuteOfDose(shown, facts)
  const taken = record?.heads.find(({ kind }) => kind === 'taken')?.takenWall ?? null
  return [
    ...dateCells(day),
    slotInWords(shown, facts),
    minute === null ? '' : timeField(minute),
    labelOf(facts, courseId),
    dose ? amountInWords(dose.amount, unitOf(facts, courseId)) : '',
    record?.differ ? '두 기록이 달라요' : stateWords[state],
    state === 'taken' && taken !== null ? wallInCell(taken) : '',
    String(trailOf(facts, key).length),
  ]
}

const dateCells = (day: EpochDay) => [isoDate(day), weekdayName(day)]

const wallInCell = (wall: WallMinute) =>
  `${isoDate(Math.floor(wall / minutesPerDay))} ${timeField(wall)}`

const unitOf = (facts: Facts, courseId: string): string =>
  plansOf(facts).get(courseId)?.rulings.at(-1)?.version.unit ?? ''

/** A spreadsheet runs what begins like a formula, so an apostrophe stands before it (OWASP, CSV injection). */
export function cell(text: string): string {
  const safe = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
