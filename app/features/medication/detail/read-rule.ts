import type { EpochDay } from '../schedule/care-date'
import type { Rule } from '../schedule/recurrence'
import { all, one, type FormError, type Values } from '../forms/form-values'
import { readWhole } from '../forms/typed-numbers'

/**
 * On which days; nothing is taken for granted, not even every day. A rule that counts days goes on counting
 * from where it did as long as it is the same.
 */
export function readRule(values: Values, from: EpochDay, before?: Rule): Rule | FormError {
  switch (one(values, 'rule')) {
    case 'daily':
      return { kind: 'daily' }
    case 'weekdays': {
      const days = all(values, 'weekday').filter((day) => /^[0-6]$/.test(day))
      const mask = days.reduce((bits, day) => bits | (1 << Number(day)), 0)
      if (mask === 0)
        return { fieldId: 'weekday', message: '고른 요일이 없어요. 드시는 요일을 골라 주세요.' }
      return { kind: 'weekdays', mask }
    }
    case 'every': {
      const n = readWhole(one(values, 'every'), 2, 366)
      if (n === null)
        return { fieldId: 'every', message: '며칠마다인지 알 수 없어요. 2부터 숫자로 적어 주세요.' }
      const same = before?.kind === 'every' && before.n === n
      return { kind: 'every', anchor: same ? before.anchor : from, n }
    }
    case 'cycle': {
      const on = readWhole(one(values, 'cycleOn'), 1, 366)
      if (on === null)
        return { fieldId: 'cycleOn', message: '며칠 드시는지 알 수 없어요. 숫자로 적어 주세요.' }
      const off = readWhole(one(values, 'cycleOff'), 1, 366)
      if (off === null)
        return { fieldId: 'cycleOff', message: '며칠 쉬시는지 알 수 없어요. 숫자로 적어 주세요.' }
      const same = before?.kind === 'cycle' && before.on === on && before.off === off
      return { kind: 'cycle', anchor: same ? before.anchor : from, on, off }
    }
    default:
      return { fieldId: 'rule', message: '며칠마다인지 비어 있어요. 하나를 골라 주세요.' }
  }
}
