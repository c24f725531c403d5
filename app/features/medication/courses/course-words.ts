import type { Course, CourseVersion, Facts } from '../schedule/facts'
import type { EpochDay } from '../schedule/care-date'
import type { Rule } from '../schedule/recurrence'
import { amountInWords, isNamedSlot, slotNames, timeInWords } from '../wording'
import { inOrderOfDay, slotMinute } from '../hours/slot-minutes'

export const weekdayNames = ['월', '화', '수', '목', '금', '토', '일'] as const

/** 매일, 월·수·금요일, 3일마다, `21일 먹고 7일 쉬기,`: stands before the times. */
export function ruleInWords(rule: Rule): string {
  switch (rule.kind) {
    case 'daily':
      return '매일'
    case 'weekdays':
      return `${weekdayNames.filter((_, bit) => (rule.mask >> bit) & 1).join('·')}요일`
    case 'every':
      return rule.n === 1 ? '매일' : `${rule.n}일마다`
    case 'cycle':
      return `${rule.on}일 먹고 ${rule.off}일 쉬기,`
  }
}

/** 아침·저녁; with exact times, which are said in full, `아침, 오전 10시`. */
export const slotsInWords = (facts: Facts, { slots }: CourseVersion, day: EpochDay): string =>
  inOrderOfDay(
    facts,
    slots.map(({ slotId }) => slotId),
    day,
  )
    .map((slotId) => {
      const minute = slotMinute(facts, slotId, day)
      if (isNamedSlot(slotId)) return slotNames[slotId]
      return minute === null ? '다른 때' : timeInWords(minute)
    })
    .join(slots.every(({ slotId }) => isNamedSlot(slotId)) ? '·' : ', ')

/** When it is taken, in one phrase: 매일 아침·저녁. */
export const whenInWords = (facts: Facts, course: Course, version: CourseVersion, day: EpochDay) =>
  course.kind === 'as_needed'
    ? '필요할 때만'
    : `${ruleInWords(version.rule)} ${slotsInWords(facts, version, day)}`

/** 한 번에: one amount, or each with its time where they differ. */
export function amountsInWords(facts: Facts, version: CourseVersion, day: EpochDay): string {
  const amounts = new Set(version.slots.map(({ amount }) => amount))
  if (amounts.size <= 1) return amountInWords([...amounts][0] ?? 1000, version.unit)
  return version.slots
    .map(({ slotId, amount }) => {
      const slots = [{ slotId, amount }]
      return `${slotsInWords(facts, { ...version, slots }, day)} ${amountInWords(amount, version.unit)}`
    })
    .join(', ')
}

export const mealWords = {
  before: '밥 먹기 전에',
  with: '밥과 함께',
  after: '밥 먹고 나서',
} as const

/** 4시간 30분. */
export function gapInWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 ? `${hours}시간` : '', rest > 0 ? `${rest}분` : ''].filter(Boolean).join(' ')
}
