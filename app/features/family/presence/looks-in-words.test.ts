import { expect, test } from 'vitest'
import { epochDay } from '~/features/medication/schedule/care-date'
import { looksInWords, noLooks } from './looks-in-words'

const today = epochDay('2026-11-28')

test.each([
  ['2026-11-28', 1, '오늘 보셨어요.'],
  ['2026-11-27', 1, '어제 보셨어요.'],
  ['2026-11-24', 1, '11월 24일 (화)에 보셨어요.'],
  ['2026-11-28', 9, '오늘 보셨어요. 지난 30일에 9일 보셨어요.'],
])('%s, %i days: %s', (newest, days, words) => {
  expect(looksInWords(epochDay(newest), days, today)).toBe(words)
})

test('of who was linked a moment ago a month without a look is not said', () => {
  expect(noLooks({ isNew: true })).toBe('아직 보신 적이 없어요.')
  expect(noLooks({ isNew: false })).toBe('지난 30일 동안 보신 적이 없어요.')
})
