import { isoDate, type EpochDay } from '../schedule/care-date'
import type { CourseVersion, Facts } from '../schedule/facts'
import { plansOf } from '../schedule/due-doses'
import { minuteOn } from '../schedule/timetable'
import { amountInWords, isNamedSlot, monthDayInWords, slotNames, timeInWords } from '../wording'

const meals = { before: '식사 전', with: '식사 때', after: '식사 뒤' } as const
const weekdays = ['월', '화', '수', '목', '금', '토', '일']

/** `매일 아침·저녁 1포씩, 식사 뒤`: how a course is taken, for people who do not know it. */
export function howTaken(facts: Facts, version: CourseVersion, kind: 'scheduled' | 'as_needed') {
  const parts = kind === 'as_needed' ? asNeeded(version) : [scheduled(facts, version)]
  return [...parts, ...(version.meal ? [meals[version.meal]] : [])].join(', ')
}

function scheduled(facts: Facts, version: CourseVersion): string {
  const { rule, slots, unit, courseId, fromOn } = version
  const hours = plansOf(facts).get(courseId)?.hours
  const names = slots.map(({ slotId }) => {
    if (isNamedSlot(slotId)) return slotNames[slotId]
    const minute = hours ? minuteOn(hours, slotId, fromOn) : null
    return minute === null ? '다른 때' : timeInWords(minute)
  })
  const amounts = slots.map(({ amount }) => amountInWords(amount, unit))
  const isAlike = new Set(amounts).size === 1
  const when = isAlike
    ? `${names.join('·')} ${amounts[0]}${slots.length > 1 ? '씩' : ''}`
    : names.map((name, at) => `${name} ${amounts[at]}`).join(', ')
  return `${ruleInWords(rule)} ${when}`
}

function asNeeded({ minGapMin, max24h, amount, unit }: CourseVersion): string[] {
  return [
    '필요할 때만',
    ...(amount === null ? [] : [`한 번에 ${amountInWords(amount, unit)}`]),
    ...(minGapMin === null ? [] : [`${gapInWords(minGapMin)} 넘게 띄워서`]),
    ...(max24h === null ? [] : [`하루 ${max24h}번까지`]),
  ]
}

function gapInWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 ? `${hours}시간` : '', rest > 0 ? `${rest}분` : ''].filter(Boolean).join(' ')
}

function ruleInWords(rule: CourseVersion['rule']): string {
  switch (rule.kind) {
    case 'daily':
      return '매일'
    case 'weekdays':
      return `${weekdays.filter((_, day) => (rule.mask >> day) & 1).join('·')}요일`
    case 'every':
      return rule.n === 1 ? '매일' : `${rule.n}일마다 ${since(rule.anchor)}`
    case 'cycle':
      return `${rule.on}일 먹고 ${rule.off}일 쉬고 ${since(rule.anchor)}`
  }
}

/** In words, which may break between lines only where a reader would pause. */
const since = (day: EpochDay): string =>
  `(${isoDate(day).slice(0, 4)}년 ${monthDayInWords(day)}부터)`
