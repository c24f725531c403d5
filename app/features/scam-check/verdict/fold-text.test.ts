import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compactDisguises } from './disguises'
import { foldText } from './fold-text'
import { originalSpan } from './mapped-text'
import { markedText } from './marked-text'
import { strangeTexts } from './test-strange-texts'

const folded = (text: string) => foldText(text).text
const compact = (text: string) => markedText(foldText(text), [], []).text

describe('a text as it looks', () => {
  test.each([
    ['ＨＴＴＰ：／／Ａ．ｃｏｍ', 'http://a.com'],
    ['𝐡𝐭𝐭𝐩://𝒂.com', 'http://a.com'],
    ['kаkаo.com', 'kakao.com'],
    ['인\u200b증\u2060번호', '인증번호'],
    ['인증번호'.normalize('NFD'), '인증번호'],
    ['①②③ ㎏', '123 kg'],
    ['가\r나\u00a0다', '가\n나 다'],
  ])('%j', (text, expected) => {
    expect(folded(text)).toBe(expected)
  })

  test.each([
    ['대 출 상 담', '대출상담'],
    ['계.좌★이-체', '계좌이체'],
    ['1,000,000원', '1000000원'],
  ])('words without what stands between them: %j', (text, expected) => {
    expect(compact(text)).toBe(expected)
  })

  test('a word found in the folded text is found in the original', () => {
    const text = '꼭 인\u200b증\u200b번호를 보내'
    const mapped = foldText(text)
    const at = mapped.text.indexOf('인증번호')
    const [start, end] = originalSpan(mapped, at, at + 4)
    expect(text.slice(start, end)).toBe('인\u200b증\u200b번호')
  })

  test.each(['저.금.리 상담', '인\u200b증', 'gооgle.com'])('a disguise is seen: %j', (text) => {
    expect(compactDisguises(foldText(text))).toHaveLength(text.includes('gо') ? 2 : 1)
  })

  test.each(['월.화.수.목', '서울/경기/인천', '가·나·다', '2026.3.4', 'Москва'])(
    'what is none is not: %j',
    (text) => {
      expect(compactDisguises(foldText(text))).toEqual([])
    },
  )
})

test('the map back never goes back, for any text', () => {
  fc.assert(
    fc.property(strangeTexts, (text) => {
      const fold = foldText(text)
      for (const one of [fold, markedText(fold, [], [])]) {
        expect(one.starts).toHaveLength(one.text.length)
        for (let i = 0; i < one.text.length; i++) {
          expect(one.ends[i]!).toBeGreaterThan(one.starts[i]!)
          expect(one.ends[i]!).toBeLessThanOrEqual(text.length)
          if (i === 0) continue
          expect(one.starts[i]!).toBeGreaterThanOrEqual(one.starts[i - 1]!)
          expect(one.ends[i]!).toBeGreaterThanOrEqual(one.ends[i - 1]!)
        }
      }
    }),
    { numRuns: 500, seed: 20_261_125 },
  )
})
