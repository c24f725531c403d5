import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judged } from './test-knowledge'
import { longTexts, strangeTexts } from './test-strange-texts'
import { levels, type Span, type Verdict } from './verdict'

const seed = Number(process.env.PROPERTY_SEED ?? 20_261_125)

const splitsPair = (text: string, at: number) =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1))

function expectSound(text: string, verdict: Verdict): void {
  const { level, reasons, links, numbers, trick } = verdict
  expect(levels).toContain(level)
  expect(reasons.length).toBeLessThanOrEqual(3)
  expect(reasons.length === 0).toBe(level === 'nothing_found')
  if (level === 'nothing_found') expect(trick).toBeNull()
  const check = ([start, end]: Span) => {
    expect(start).toBeGreaterThanOrEqual(0)
    expect(end).toBeGreaterThan(start)
    expect(end).toBeLessThanOrEqual(text.length)
    expect(splitsPair(text, start) || splitsPair(text, end)).toBe(false)
  }
  for (const { spans } of reasons) {
    expect(spans.length).toBeGreaterThan(0)
    spans.forEach(check)
  }
  for (const { span } of [...links, ...numbers]) check(span)
}

test('5,000 strange texts: no throw, and every span lies in the text', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(
      strangeTexts,
      fc.constantFrom('message' as const, 'call' as const),
      (text, kind) => {
        expectSound(text, judged(text, kind))
      },
    ),
    { numRuns: 5_000, seed },
  )
})

test('a picture with an address is never calm', () => {
  fc.assert(
    fc.property(strangeTexts, (text) => {
      const { level, links } = judged(text, 'message', 'read_from_picture')
      if (links.length > 0) expect(level).not.toBe('nothing_found')
    }),
    { numRuns: 300, seed },
  )
})

test('a million units of the same nuisance are read to the end', { timeout: 240_000 }, () => {
  for (const text of longTexts(1_000_000)) expectSound(text, judged(text))
})
