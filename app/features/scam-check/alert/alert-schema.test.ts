import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkText } from '../check-text'
import { knowledge } from '../verdict/test-knowledge'
import { reasonCodes, trickKinds } from '../verdict/verdict'
import { alertOf } from './alert-of'
import { tellScamAlertSchema, type TellScamAlert } from './alert-schema'

const alert: TellScamAlert = {
  checkId: '019ab2c4-0000-7000-8000-000000000003',
  kind: 'message',
  level: 'danger',
  trick: 'parcel',
  reasons: ['asks_link_press'],
}
const fits = (payload: unknown) => tellScamAlertSchema.safeParse(payload).success
const codes = new Set<string>([...reasonCodes, ...trickKinds])
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('돈을 보내세요', '010-1234-5678', 'cj-post.top/k2', '__proto__', 'constructor'),
)

test('nothing but names of the closed lists fits in, wherever somebody puts words', () => {
  fc.assert(
    fc.property(words, fc.constantFrom(...Object.keys(alert), 'more'), (said, where) => {
      if (codes.has(said) || ['message', 'call', 'danger'].includes(said)) return
      const put = where === 'reasons' ? [said] : said
      expect(fits({ ...alert, [where]: put }), where).toBe(false)
    }),
  )
})

test('no further field, of any name and value', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.anything(), (name, value) => {
      if (name in alert || name === '__proto__') return
      expect(fits({ ...alert, [name]: value })).toBe(false)
    }),
  )
})

test.each([
  { level: 'caution' },
  { reasons: [] },
  { reasons: ['asks_money', 'asks_money', 'asks_money', 'asks_money'] },
  { checkId: '한국어' },
])('not with %j', (change) => {
  expect(fits({ ...alert, ...change })).toBe(false)
})

test('whatever is judged dangerous fits, and holds no word of the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (before) => {
      const text = `${before} 고객님 택배가 주소 오류로 멈췄습니다. https://cj-post.top/k2 010-1234-5678`
      const checked = checkText(text, knowledge, { kind: 'message', origin: 'typed' })
      const told = alertOf(alert.checkId, checked)
      expect(told === null).toBe(checked.verdict.level !== 'danger')
      if (!told) return
      expect(fits(told)).toBe(true)
      expect(JSON.stringify(told)).toMatch(/^[\x20-\x7e]*$/)
      expect(JSON.stringify(told)).not.toMatch(/cj-post|1234-5678/)
    }),
  )
})
