import { describe, expect, test } from 'vitest'
import { epochDay, isoDate } from '~/features/medication/schedule/care-date'
import type { FamilyLine } from '../family-day'
import { cardSentence, medicineSentences } from './week-sentences'
import { isTimeToSend, weekInWords, weekShown } from './week'

test.each([
  ['2026-11-28', '2026-11-16', '2026-11-22'],
  ['2026-11-29', '2026-11-23', '2026-11-29'],
  ['2026-11-30', '2026-11-23', '2026-11-29'],
  ['2027-01-03', '2026-12-28', '2027-01-03'],
])('on %s the week from %s to %s is shown', (today, from, to) => {
  const week = weekShown(epochDay(today))
  expect([isoDate(week.from), isoDate(week.to)]).toEqual([from, to])
})

test('the week in words', () => {
  expect(weekInWords(weekShown(epochDay('2026-11-29')))).toBe('11월 23일부터 11월 29일까지')
})

test.each([
  ['2026-11-29', 18, false],
  ['2026-11-29', 19, true],
  ['2026-11-29', 22, true],
  ['2026-11-29', 23, false],
  ['2026-11-28', 19, false],
  ['2026-11-30', 0, false],
])('on %s at %i it goes out: %s', (day, hour, goes) => {
  expect(isTimeToSend(epochDay(day), hour)).toBe(goes)
})

describe('the numbers of a week', () => {
  const states = (numbers: Partial<Record<FamilyLine['state'], number>>) =>
    Object.entries(numbers).flatMap(([state, number]) =>
      Array<FamilyLine['state']>(number).fill(state as FamilyLine['state']),
    )

  test.each([
    [
      { taken: 19, no_answer: 1, no_record: 1, not_yet: 3, paused: 2, travelling: 1 },
      [
        '약 드실 때 21번 가운데 19번 드셨다고 하셨어요.',
        '1번은 답이 없어요.',
        '1번은 기록이 없어요.',
      ],
    ],
    [{ taken: 21 }, ['약 드실 때 21번 모두 드셨다고 하셨어요.']],
    [
      { declined: 1, unknown: 2, not_reached: 3 },
      [
        '약 드실 때가 6번 있었어요.',
        '1번은 안 드신다고 하셨어요.',
        '2번은 기억이 안 난다고 하셨어요.',
        '3번은 확인이 안 돼요.',
      ],
    ],
    [{ not_yet: 1, paused: 20 }, ['약 드실 때가 없었어요.']],
  ])('%j', (numbers, sentences) => {
    expect(medicineSentences(states(numbers))).toEqual(sentences)
  })

  test('cards', () => {
    expect(cardSentence(5)).toBe('배움 카드 5장을 마치셨어요.')
    expect(cardSentence(0)).toBe('마친 배움은 없어요.')
  })
})
