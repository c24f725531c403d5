import { expect, test } from 'vitest'
import { litSpan } from './lit-span'
import type { Ring } from './ring'

const minute = 60_000
const eight = 1_000_000_000
const ring: Ring = { key: 'k', title: '', path: '/', at: eight }
const at = (minutes: number, ringing: { ring: Ring | null; nextAt: number | null }) =>
  litSpan(ringing, eight, eight + minutes * minute)

test('the screen stays lit from ten minutes before a page rings, and is dark the rest of the day', () => {
  const coming = { ring: null, nextAt: eight }
  expect(at(-600, coming)).toEqual({ isLit: false, changesAt: eight - 10 * minute })
  expect(at(-11, coming).isLit).toBe(false)
  expect(at(-10, coming)).toEqual({ isLit: true, changesAt: eight + 3 * minute })
  expect(at(0, coming)).toMatchObject({ isLit: true })
  expect(at(60, coming), 'a page that cannot tell any more').toEqual({
    isLit: false,
    changesAt: null,
  })
  expect(at(0, { ring: null, nextAt: null })).toEqual({ isLit: false, changesAt: null })
})

test('then for three minutes, through the repeats, and no longer once it is answered', () => {
  const repeated = { ring, nextAt: eight + 10 * minute }
  expect([1, 4, 9].map((minutes) => at(minutes, repeated).isLit)).toEqual([true, true, true])
  const last = { ring, nextAt: null }
  expect([0, 2, 3, 30].map((minutes) => at(minutes, last).isLit)).toEqual([
    true,
    true,
    false,
    false,
  ])
  const seldom = { ring, nextAt: eight + 30 * minute }
  expect(at(5, seldom)).toEqual({ isLit: false, changesAt: eight + 20 * minute })
  expect(at(1, { ring: null, nextAt: eight + 720 * minute }).isLit, 'answered').toBe(false)
})

test('somebody who opens the page later sees it for three minutes as well', () => {
  const seenAt = eight + 25 * minute
  expect(litSpan({ ring, nextAt: null }, seenAt, seenAt + minute).isLit).toBe(true)
  expect(litSpan({ ring, nextAt: null }, seenAt, seenAt + 4 * minute).isLit).toBe(false)
})
