// @vitest-environment node
import { expect, test } from 'vitest'
import { countdownInWords, hasArrived, requestTest, resumeTest } from './test-reminder'

const dueAt = '2026-11-28T08:02:00.000Z'
const due = Date.parse(dueAt)
const answering = (answer: () => Promise<Response>) => answer as typeof fetch

test('the server says when it comes', async () => {
  const taken = answering(() => Promise.resolve(Response.json({ dueAt }, { status: 202 })))
  // The phone's clock is ten minutes slow: what is counted down to is two minutes away all the same.
  const askedAt = due - 720_000
  const coming = { kind: 'coming', askedAt, dueAt: askedAt + 120_000 }
  expect(await requestTest(taken, askedAt)).toEqual(coming)
})

test.each([
  ['too_many', () => Promise.resolve(Response.json({}, { status: 429 }))],
  ['not_known', () => Promise.resolve(Response.json({}, { status: 401 }))],
  ['no_network', () => Promise.resolve(new Response('<h1>Welcome</h1>'))],
  ['no_network', () => Promise.resolve(Response.json({}, { status: 503 }))],
  ['no_network', () => Promise.reject(new TypeError('Failed to fetch'))],
])('no test reminder: %s', async (why, answer) => {
  expect(await requestTest(answering(answer), due)).toEqual({ kind: 'failed', why })
})

test('a page opened from the notification goes on with what was asked for before', () => {
  const coming = { kind: 'coming', askedAt: due - 120_000, dueAt: due }
  expect(resumeTest({ dueAt }, due - 100_000, null)).toEqual(coming)
  expect(resumeTest({ dueAt }, due + 60_000, null)).toEqual(coming)
  expect(resumeTest({ dueAt }, due + 3_600_000, null)).toEqual({ kind: 'none' })
  expect(resumeTest(null, due, null)).toEqual({ kind: 'none' })
})

test('what was judged once is not asked about again, and the next test is', () => {
  expect(resumeTest({ dueAt }, due + 60_000, due + 5_000)).toEqual({ kind: 'none' })
  // It had arrived, and was seen, before this phone's clock said that it was time.
  expect(resumeTest({ dueAt }, due + 60_000, due - 5_000)).toEqual({ kind: 'none' })
  expect(resumeTest({ dueAt }, due + 60_000, due - 130_000).kind).toBe('coming')
})

test('only the test that was asked for counts as arrived', () => {
  expect(hasArrived(due, null)).toBe(false)
  expect(hasArrived(due, due - 3_600_000)).toBe(false)
  expect(hasArrived(due, due + 4_000)).toBe(true)
})

test('what is left is said calmly', () => {
  expect(countdownInWords(120_000)).toBe('2분 뒤에 와요.')
  expect(countdownInWords(101_000)).toBe('1분 50초 뒤에 와요.')
  expect(countdownInWords(9_000)).toBe('10초 뒤에 와요.')
  expect(countdownInWords(-1)).toBe('이제 올 때예요.')
})
