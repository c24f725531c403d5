import { expect, test } from 'vitest'
import { nowTitle } from './now-title'

test.each([
  ['2026-11-25T00:00:00Z', '이번 주 유행 사기'],
  ['2026-12-01T23:59:59Z', '이번 주 유행 사기'],
  ['2026-12-02T00:00:00Z', '요즘 유행 사기'],
  ['2027-05-01T00:00:00Z', '요즘 유행 사기'],
])('tricks of 25 November are on %s are called %s', (now, title) => {
  expect(nowTitle('2026-11-25', new Date(now))).toBe(title)
})
