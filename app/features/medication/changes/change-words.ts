import { labelOf } from '../course-label'
import { courseRows } from '../entry/course-rows'
import { minutesPerDay, type Instant } from '../schedule/care-date'
import type { CourseVersion, Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { usualMinutes } from '../schedule/timetable'
import { wallIn } from '../schedule/wall-time'
import { amountInWords, dayInWords, isNamedSlot, slotNames, timeInWords } from '../wording'
import type { Writers } from '../medication-page'
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

/** Who changed what and when, what it was and what it is now. */
export function changeInWords(
  change: Change,
  facts: Facts,
  now: Moment,
  writers: Writers,
): ChangeWords {
  const { what, was, is } = said(change, facts, now)
  const name = writers[change.by]
  return {
    title: `${name ? `${name} 님이` : '가족이'} ${what}`,
    when: whenInWords(change.at, now),
    was: was.length > 0 ? was : ['따로 없음'],
    is: is.length > 0 ? is : ['따로 없음'],
  }
}

function said(change: Change, facts: Facts, now: Moment): Said {
  const [course] = change.courses
  const [version] = change.courseVersions
  const [pause] = change.pauses
  const [end] = change.pauseEnds
  const [pack] = change.packs
  if (course) {
    const is = version ? rowsInWords(courseRows(facts, course, version, now)) : []
    return { what: `${labelled(course.label)} 넣었어요`, was: ['없던 약이에요'], is }
  }
  if (version) return saidOfVersion(version, facts, now)
  if (change.slotHours.length > 0) return saidOfHours(change, facts)
  if (pause && end)
    return {
      ...ofCourse(facts, pause.courseId, '계속 쉬게 했어요'),
      was: ['쉬는 중'],
      is: ['쉬는 중'],
    }
  if (pause)
    return {
      ...ofCourse(facts, pause.courseId, '쉬게 했어요'),
      was: ['드시는 중'],
      is: ['쉬는 중'],
    }
  if (end) {
    const ended = facts.pauses.find(({ id }) => id === end.pauseId)
    const what = ofCourse(facts, ended?.courseId ?? null, '다시 시작했어요')
    return { ...what, was: ['쉬는 중'], is: ['드시는 중'] }
  }
  const much = pack?.days ? `${pack.days}일치` : pack?.amount ? amountInWords(pack.amount, '') : ''
  return { ...ofCourse(facts, pack?.courseId ?? null, '더 받았다고 적었어요'), was: [], is: [much] }
}

const ofCourse = (facts: Facts, courseId: string | null, did: string) => ({
  what: `${courseId === null ? '약을' : labelled(labelOf(facts, courseId))} ${did}`,
})

function saidOfVersion(version: CourseVersion, facts: Facts, now: Moment): Said {
  const course = facts.courses.find(({ id }) => id === version.courseId)
  const base = facts.courseVersions.find(({ id }) => id === version.baseId)
  const label = base?.label ?? course?.label ?? ''
  if (!course || !base) return { what: `${labelled(label)} 바꿨어요`, was: [], is: [] }
  if (isEnded(version) && !isEnded(base))
    return { what: `${labelled(label)} 끝냈어요`, was: ['드시는 약'], is: ['끝난 약'] }
  if (isEnded(base) && !isEnded(version))
    return { what: `${labelled(label)} 다시 넣었어요`, was: ['끝난 약'], is: ['드시는 약'] }
  const before = allRows(base)
  const after = allRows(version)
  const names = new Set([...before.keys(), ...after.keys()])
  const changed = [...names].filter((name) => before.get(name) !== after.get(name))
  const lines = (rows: Map<string, string>) =>
    changed
      .filter((name) => rows.has(name) || !dateRows.has(name))
      .map((name) => `${name}: ${rows.get(name) ?? '없음'}`)
  return { what: `${labelled(label)} 바꿨어요`, was: lines(before), is: lines(after) }

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

function saidOfHours({ slotHours }: Change, facts: Facts): Said {
  const named = slotHours.flatMap((hour) =>
    isNamedSlot(hour.slotId) ? [{ ...hour, slotId: hour.slotId }] : [],
  )
  const line = (slot: (typeof named)[number]['slotId'], minute: number) =>
    `${slotNames[slot]} ${timeInWords(minute)}`
  return {
    what: '약 시간을 바꿨어요',
    was: named.map(({ slotId, baseId }) => {
      const base = facts.slotHours.find(({ id }) => id === baseId)
      return line(slotId, base?.minute ?? usualMinutes[slotId])
    }),
    is: named.map(({ slotId, minute }) => line(slotId, minute)),
  }
}

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
