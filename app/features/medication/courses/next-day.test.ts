import { expect, test } from 'vitest'
import {
  answer,
  course,
  having,
  keyOf,
  now,
  on,
  pause,
  slotsOf,
  version,
} from '../schedule/test-facts'
import { mergeFacts } from '../schedule/merge-facts'
import type { Rule } from '../schedule/recurrence'
import { nextDayOf } from './next-day'

const pill = course({ kind: 'single' })
const taking = (rule: Rule, lastOn: number | null = null) =>
  having({
    courses: [pill],
    courseVersions: [version(pill, { rule, lastOn, slots: slotsOf('morning') })],
  })
const every3: Rule = { kind: 'every', anchor: on('2027-02-26'), n: 3 }
const seven = now('2027-03-01 07:00')
const nine = now('2027-03-01 09:00')

test('is today until its last time of today is past or answered, then the next of its days', () => {
  const facts = taking(every3)
  expect(nextDayOf(facts, pill.id, seven)).toBe(on('2027-03-01'))
  expect(nextDayOf(facts, pill.id, nine)).toBe(on('2027-03-04'))
  const taken = mergeFacts(facts, {
    answers: [answer(keyOf(pill, '2027-03-01', 'morning'), 'taken', '2027-03-01 06:30')],
  })
  expect(nextDayOf(taken, pill.id, seven)).toBe(on('2027-03-04'))
})

test('is the first day after a rest', () => {
  const facts = taking({ kind: 'cycle', anchor: on('2027-02-08'), on: 21, off: 7 })
  expect(nextDayOf(facts, pill.id, nine)).toBe(on('2027-03-08'))
})

test('is said of no medicine whose days go without saying, nor where none follows', () => {
  expect(nextDayOf(taking({ kind: 'daily' }), pill.id, nine)).toBeNull()
  expect(nextDayOf(taking({ kind: 'weekdays', mask: 5 }), pill.id, nine)).toBeNull()
  expect(nextDayOf(taking(every3, on('2027-03-02')), pill.id, nine)).toBeNull()
  const rests = mergeFacts(taking(every3), { pauses: [pause('2027-03-01 08:30', null)] })
  expect(nextDayOf(rests, pill.id, nine)).toBeNull()
})
