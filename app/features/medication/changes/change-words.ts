import { labelOf } from '../courses/course-label'
import { courseRows } from '../courses/course-rows'
import { minutesPerDay, type Instant } from '../schedule/care-date'
import type { CourseVersion, Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { usualMinutes } from '../schedule/timetable'
import { wallIn } from '../schedule/wall-time'
import {
  amountInWords,
  dateInWords,
  dayInWords,
  isNamedSlot,
  slotNames,
  timeInWords,
} from '../wording'
import type { Writers } from '../facts/medication-page'
import { hourSteps, pausedAround, versionStep, type Step } from './before-change'
import type { Change } from './list-changes'

export interface ChangeWords {
  /** `김미영 님이 아침 약을 바꿨어요` */
  title: string
  /** `오늘 오전 9시` */
  when: string
  /** How it was and how it is now; each at least one line. */
  was: string[]
  is: string[]
}

type Said = Omit<ChangeWords, 'when' | 'title'> & { what: string }

/** Who changed what and when, what it was and what it is now: all of it, whatever came at once. */
export function changeInWords(
  change: Change,
  facts: Facts,
  now: Moment,
  writers: Writers,
): ChangeWords {
  const parts = [
    ...saidOfMedicine(change, facts, now),
    ...saidOfHours(change, facts),
    ...saidOfPauses(change, facts, now),
    ...saidOfPacks(change, facts),
  ]
  const name = writers[change.by]
  const what = parts[0]?.what ?? '약을 바꿨어요'
  const lines = (of: (part: Said) => string[]) => {
    const said = [...new Set(parts.flatMap(of))]
    return said.length > 0 ? said : ['따로 없음']
  }
  return {
    title: `${name ? `${name} 님이` : '가족이'} ${what}`,
    when: whenInWords(change.at, now),
    was: lines(({ was }) => was),
    is: lines(({ is }) => is),
  }
}

function saidOfMedicine(change: Change, facts: Facts, now: Moment): Said[] {
  const [course] = change.courses
  const step = versionStep(change, facts)
  if (!course) return step ? [saidOfVersion(step, facts, now)] : []
  const label = step?.after.label ?? course.label
  const rows = step ? rowsInWords(courseRows(facts, course, step.after, now)) : []
  const written = step?.after.instruction ? [`적어 둔 말: ${step.after.instruction}`] : []
  const is = [...rows, ...written]
  return [{ what: `${labelled(label)} 넣었어요`, was: ['없던 약이에요'], is }]
}

const ofCourse = (facts: Facts, courseId: string | null, did: string) => ({
  what: `${courseId === null ? '약을' : labelled(labelOf(facts, courseId))} ${did}`,
})

function saidOfVersion({ before, after }: Step<CourseVersion>, facts: Facts, now: Moment): Said {
  const course = facts.courses.find(({ id }) => id === after.courseId)
  const label = before?.label ?? course?.label ?? ''
  if (!course || !before) {
    const is = course ? rowsInWords(courseRows(facts, course, after, now)) : []
    return { what: `${labelled(label)} 바꿨어요`, was: [], is }
  }
  if (isEnded(after) && !isEnded(before))
    return { what: `${labelled(label)} 끝냈어요`, was: ['드시는 약'], is: ['끝난 약'] }
  if (isEnded(before) && !isEnded(after)) {
    const { was, is } = differences((name) => !dateRows.has(name))
    const what = `${labelled(label)} 다시 넣었어요`
    return { what, was: ['끝난 약', ...was], is: ['드시는 약', ...is] }
  }
  return { what: `${labelled(label)} 바꿨어요`, ...differences(() => true) }

  function differences(isMeant: (row: string) => boolean): Pick<Said, 'was' | 'is'> {
    const [old, young] = [allRows(before ?? after), allRows(after)]
    const names = new Set([...old.keys(), ...young.keys()])
    const changed = [...names].filter((name) => isMeant(name) && old.get(name) !== young.get(name))
    const lines = (rows: Map<string, string>) =>
      changed
        .filter((name) => rows.has(name) || !dateRows.has(name))
        .map((name) => `${name}: ${rows.get(name) ?? '없음'}`)
    return { was: lines(old), is: lines(young) }
  }

  function allRows(of: CourseVersion): Map<string, string> {
    const rows = course ? courseRows(facts, course, of, now) : []
    const own: [string, string][] = [['이름', of.label ?? course?.label ?? '']]
    const written: [string, string][] = of.instruction ? [['적어 둔 말', of.instruction]] : []
    return new Map([...own, ...rows, ...written])
  }
}

/** Dates that a version has or has not: without one there is nothing to say. */
const dateRows = new Set(['바뀌는 날', '시작', '끝'])

/** Ended versions begin the day after their last date, see `end-course.ts`. */
const isEnded = ({ lastOn, fromOn }: CourseVersion) => lastOn !== null && lastOn < fromOn

/** Of an exact time only that it was moved: what it is called for the first time says its medicine. */
function saidOfHours(change: Change, facts: Facts): Said[] {
  const moved = hourSteps(change, facts).flatMap(({ before, after: { slotId, minute } }) => {
    if (isNamedSlot(slotId)) {
      const was = before?.minute ?? usualMinutes[slotId]
      return [{ name: slotNames[slotId], was, is: minute }]
    }
    const { courseId } = change
    const name = courseId === null ? '정한 시각' : labelOf(facts, courseId)
    return before ? [{ name, was: before.minute, is: minute }] : []
  })
  if (moved.length === 0) return []
  const line = (name: string, minute: number) => `${name} ${timeInWords(minute)}`
  return [
    {
      what: '약 시간을 바꿨어요',
      was: moved.map(({ name, was }) => line(name, was)),
      is: moved.map(({ name, is }) => line(name, is)),
    },
  ]
}

function saidOfPauses(change: Change, facts: Facts, now: Moment): Said[] {
  if (change.pauses.length + change.pauseEnds.length === 0) return []
  const { before, after } = pausedAround(change, facts)
  const did = !after
    ? before
      ? '다시 시작했어요'
      : '쉬는 때를 적었어요'
    : before
      ? '계속 쉬게 했어요'
      : '쉬게 했어요'
  const inWords = (paused: boolean) => (paused ? '쉬는 중' : '드시는 중')
  const written = dayOf(wallIn(now.zone, change.at))
  // A pause that begins as it is written down needs no dates.
  const dated = change.pauses
    .filter(({ fromWall, toWall }) => dayOf(fromWall) !== written || toWall !== null)
    .map(({ fromWall, toWall }) => {
      const until = toWall === null ? '' : ` ${dateInWords(dayOf(toWall))}까지`
      return `${dateInWords(dayOf(fromWall))}부터${until} 쉼`
    })
  return [
    {
      ...ofCourse(facts, change.courseId, did),
      was: [inWords(before)],
      is: [inWords(after), ...dated],
    },
  ]
}

function saidOfPacks({ packs, courses, courseId }: Change, facts: Facts): Said[] {
  // One that came with a new medicine is part of it.
  if (packs.length === 0 || courses.length > 0) return []
  const much = packs.map(({ days, amount }) =>
    days ? `${days}일치` : amount ? amountInWords(amount, '') : '',
  )
  return [{ ...ofCourse(facts, courseId, '더 받았다고 적었어요'), was: [], is: [much.join(', ')] }]
}

const dayOf = (wall: number) => Math.floor(wall / minutesPerDay)

const rowsInWords = (rows: readonly [string, string][]) =>
  rows.map(([name, words]) => `${name}: ${words}`)

/** `혈압약을`, `아침 약을`; after letters of another script the word 약 carries the ending. */
export function labelled(label: string): string {
  const last = label.codePointAt(label.length - 1) ?? 0
  if (last < 0xac00 || last > 0xd7a3) return `${label} 약을`
  return `${label}${(last - 0xac00) % 28 === 0 ? '를' : '을'}`
}

function whenInWords(at: Instant, now: Moment): string {
  const wall = wallIn(now.zone, at)
  const day = Math.floor(wall / minutesPerDay)
  return `${dayInWords(day, Math.floor(now.wall / minutesPerDay))} ${timeInWords(wall)}`
}
