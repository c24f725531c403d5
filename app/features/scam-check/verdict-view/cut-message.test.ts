import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutMessage } from './cut-message'
import { verdictOn } from './test-verdict'

const text = '택배 주소 오류예요. 010-1234-5678로 전화하세요.'

test('marks what the reasons point at, and strikes numbers through, also where both meet', () => {
  const verdict = verdictOn(text, {
    reasons: [
      ['claims_parcel_problem', '주소 오류'],
      ['asks_call_back', '010-1234-5678로 전화'],
    ],
    numbers: ['010-1234-5678'],
  })
  expect(cutMessage(text, verdict)).toEqual([
    { text: '택배 ', reasons: [], ends: [], isNumber: false },
    { text: '주소 오류', reasons: [1], ends: [1], isNumber: false },
    { text: '예요. ', reasons: [], ends: [], isNumber: false },
    { text: '010-1234-5678', reasons: [2], ends: [], isNumber: true },
    { text: '로 전화', reasons: [2], ends: [2], isNumber: false },
    { text: '하세요.', reasons: [], ends: [], isNumber: false },
  ])
})

test('loses and adds no letter, whatever the spans are', () => {
  const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 6 })
  fc.assert(
    fc.property(fc.string({ maxLength: 50 }), spans, spans, (words, pointed, struck) => {
      const pieces = cutMessage(words, {
        reasons: pointed.map((span) => ({ code: 'asks_money', spans: [span] })),
        numbers: struck.map((span) => ({ span, digits: '', office: null })),
      })
      expect(pieces.map((piece) => piece.text).join('')).toBe(words)
    }),
  )
})
