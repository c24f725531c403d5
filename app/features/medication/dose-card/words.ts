import { labelOf } from '../courses/course-label'
import { rulingOn } from '../schedule/chain'
import type { DoseRecord } from '../schedule/dose-record'
import type { ShownDose } from '../schedule/dose-state'
import { plansOf } from '../schedule/due-doses'
import type { CourseVersion, Facts } from '../schedule/facts'
import type { WallMinute } from '../schedule/care-date'
import { amountInWords, timeInWords } from '../wording'

/** The name of what is taken. */
export const courseName = (facts: Facts, courseId: string): string =>
  labelOf(facts, courseId) || '약'

const meals: Record<NonNullable<CourseVersion['meal']>, string> = {
  before: '식사 전',
  with: '식사와 함께',
  after: '식사 뒤',
}

/** `혈압약 1알`, and when it goes with a meal which. */
export function doseInWords(facts: Facts, { courseId, day, slotId }: ShownDose): string {
  const version = versionOn(facts, courseId, day)
  const amount = version?.slots.find((slot) => slot.slotId === slotId)?.amount
  const name = courseName(facts, courseId)
  const much = version && amount !== undefined ? ` ${amountInWords(amount, version.unit)}` : ''
  const meal = version?.meal ? ` · ${meals[version.meal]}` : ''
  return `${name}${much}${meal}`
}

export function versionOn(facts: Facts, courseId: string, day: number): CourseVersion | undefined {
  return rulingOn(plansOf(facts).get(courseId)?.rulings ?? [], day)
}

/** What the person said of a dose, in a sentence. */
export function recordInWords(record: DoseRecord): string {
  const [head] = record.heads
  switch (record.shown) {
    case 'taken': {
      const times = record.heads.flatMap(({ takenWall }) => takenWall ?? [])
      return takenInWords(
        times.length > 0 ? Math.min(...times) : (record.extras[0]?.takenWall ?? 0),
      )
    }
    case 'declined':
      return '안 드신다고 하셨어요.'
    case 'unknown':
      return '기억이 안 난다고 하셨어요.'
    case null:
      return head ? '답을 지우셨어요.' : ''
  }
}

export const takenInWords = (wall: WallMinute): string => `${timeInWords(wall)}에 드셨어요.`
