import { describe, expect, test } from 'vitest'
import { historyOf } from '~/features/medication/schedule/history'
import { mergeFacts } from '~/features/medication/schedule/merge-facts'
import {
  answer,
  course,
  having,
  intake,
  keyOf,
  now,
  on,
  pause,
  reach,
  slotsOf,
  version,
} from '~/features/medication/schedule/test-facts'
import { familyMonth } from './family-month'

const heart = course({ trackedFrom: on('2027-03-01') * 1440 })
const sugar = course({ label: '당뇨약', trackedFrom: on('2027-03-01') * 1440 })
const headache = course({ kind: 'as_needed', label: '두통약' })
const facts = having({
  courses: [heart, sugar, headache],
  courseVersions: [
    version(heart, { slots: slotsOf('morning', 'evening') }),
    version(sugar, { slots: slotsOf('morning') }),
  ],
  pauses: [pause('2027-03-02 12:00', '2027-03-02 23:00')],
  answers: [
    answer(keyOf(heart, '2027-03-01', 'morning'), 'taken', '2027-03-01 08:05'),
    answer(keyOf(sugar, '2027-03-01', 'morning'), 'taken', '2027-03-01 08:05'),
    answer(keyOf(heart, '2027-03-01', 'evening'), 'declined', '2027-03-01 19:00'),
    answer(keyOf(heart, '2027-03-02', 'morning'), 'taken', '2027-03-02 08:10'),
  ],
  intakes: [intake(headache, '2027-03-02 15:00'), intake(headache, '2027-03-02 21:00')],
})
const read = (time: string, more = {}) =>
  familyMonth(mergeFacts(facts, more), '2027-03', now(time)).map(({ day, lines, intakes }) => [
    day - on('2027-03-01') + 1,
    lines.map(({ title, state }) => `${title}: ${state}`),
    intakes,
  ])

describe('a month for the family', () => {
  test('has a line for each time, and for each medicine where they differ', () => {
    expect(read('2027-03-04 09:30')).toEqual([
      [1, ['아침 약: taken', '저녁 약: declined'], []],
      [2, ['아침 혈압약: taken', '아침 당뇨약: no_record', '저녁 약: paused'], ['두통약 2번']],
      [3, ['아침 약: not_reached', '저녁 약: not_reached'], []],
      [4, ['아침 약: not_reached', '저녁 약: not_yet'], []],
    ])
  })

  test('tells silence from a phone out of reach, and says neither of days long past', () => {
    const silent = read('2027-03-04 09:30', { reach: [reach('2027-03-04 09:00', true)] })
    expect(silent.at(-1)?.[1]).toEqual(['아침 약: no_answer', '저녁 약: not_yet'])
    expect(silent[1]?.[1]).toContain('아침 당뇨약: no_record')
  })

  test('goes by the senior’s own history, and not beyond today', () => {
    const moment = now('2027-03-04 09:30')
    const own = historyOf(facts, '2027-03', moment).filter(
      ({ doses, intakes }) => doses.length + intakes.length > 0,
    )
    expect(familyMonth(facts, '2027-03', moment).map(({ day }) => day)).toEqual(
      own.map(({ day }) => day),
    )
    expect(familyMonth(facts, '2027-02', moment)).toEqual([])
    expect(familyMonth(facts, '2027-04', moment)).toEqual([])
  })
})
