import type { EpochDay } from '../schedule/care-date'
import type { Rule } from '../schedule/recurrence'
import { all, one, type FormError, type Values } from '../forms/form-values'
import { readWhole } from '../forms/typed-numbers'
import { countedFrom } from './counted-from'

const mostDays = 366
const untilMost = `부터 ${mostDays}까지 숫자로 적어 주세요.`
const none = { errors: [] }

/** On which days; nothing is taken for granted, not even every day. */
export function readRule(
  values: Values,
  from: EpochDay,
  before?: Rule,
): Rule | { errors: FormError[] } {
  const wrong = (fieldId: string, message: string) => ({ errors: [{ fieldId, message }] })
  switch (one(values, 'rule')) {
    case 'daily':
      return { kind: 'daily' }
    case 'weekdays': {
      const days = all(values, 'weekday').filter((day) => /^[0-6]$/.test(day))
      const mask = days.reduce((bits, day) => bits | (1 << Number(day)), 0)
      if (mask === 0) return wrong('weekday', '고른 요일이 없어요. 드시는 요일을 골라 주세요.')
      return { kind: 'weekdays', mask }
    }
    case 'every': {
      const n = readWhole(one(values, 'every'), 2, mostDays)
      if (n === null) return wrong('every', `며칠마다인지 알 수 없어요. 2${untilMost}`)
      return countedFrom({ kind: 'every', anchor: from, n }, from, before)
    }
    case 'cycle': {
      const on = readWhole(one(values, 'cycleOn'), 1, mostDays)
      const off = readWhole(one(values, 'cycleOff'), 1, mostDays)
      if (on !== null && off !== null)
        return countedFrom({ kind: 'cycle', anchor: from, on, off }, from, before)
      const noOn =
        on === null ? wrong('cycleOn', `며칠 드시는지 알 수 없어요. 1${untilMost}`) : none
      const noOff =
        off === null ? wrong('cycleOff', `며칠 쉬시는지 알 수 없어요. 1${untilMost}`) : none
      return { errors: [...noOn.errors, ...noOff.errors] }
    }
    default:
      return wrong('rule', '며칠마다인지 비어 있어요. 하나를 골라 주세요.')
  }
}
