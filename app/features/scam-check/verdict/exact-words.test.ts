import { expect, test } from 'vitest'
import { readRows } from '../../../../tools/scam/rows'
import { judged } from './test-knowledge'

const root = 'content/scam/rows'
/** As long as two short sentences; more of it is no pointing. */
const longest = 60

const head = '[Web발신]\n'

test.each(['message', 'call'] as const)(
  'reasons of a %s point at words, not at the text',
  (kind) => {
    for (const row of readRows(root, kind)) {
      const text = kind === 'message' ? head + row.text.replace(/^\[Web발신\]\s*/, '') : row.text
      for (const { code, spans } of judged(text, kind).reasons) {
        if (code.startsWith('link_')) continue
        for (const [start, end] of spans) {
          const words = text.slice(start, end)
          expect(words.length, `${code}: ${words}`).toBeLessThanOrEqual(longest)
          if (kind === 'message')
            expect(start, `${code}: ${words}`).toBeGreaterThanOrEqual(head.length)
          expect(words, code).toBe(words.trim())
        }
        const marked = spans.reduce((sum, [start, end]) => sum + end - start, 0)
        if (row.text.length >= 80)
          expect(marked, `${code} of ${row.text}`).toBeLessThan(0.6 * row.text.length)
      }
    }
  },
)

test('a gap between the words of a reason is not marked', () => {
  const text =
    '[Web발신]\n[국민건강보험] 검진 결과가 나왔으니 가까운 곳에서 받아 보실 수 있습니다. 확인 http://nhis-a.top/b'
  const marked = judged(text).reasons.flatMap(({ spans }) =>
    spans.map(([start, end]) => text.slice(start, end)),
  )
  expect(marked.join('|')).not.toContain('가까운 곳에서')
})

test('the tone is found in other words than those that were told already', () => {
  const text =
    '엄마 나 폰 액정 깨져서 이 번호로 문자해줘 010-1234-5678 급한데 신분증 사진 찍어 보내줘'
  const { reasons } = judged(text)
  const tone = reasons.find(({ code }) => code === 'resembles_scams')?.spans ?? []
  const told = reasons.filter(({ code }) => code !== 'resembles_scams').flatMap((one) => one.spans)
  expect(told.length).toBeGreaterThan(0)
  for (const [start, end] of tone)
    expect(told.every(([from, to]) => end <= from || start >= to)).toBe(true)
})
