import { expect, test } from 'vitest'
import { knowledge } from '../verdict/test-knowledge'
import { checkText } from '../check-text'
import { nothingTyped } from '../reading'
import { callers, pressures, wishes } from './call-questions'
import { callReading, wordsOfCall } from './words-of-call'

function check(picks: string[], text = '') {
  const typed = { ...nothingTyped, picks, text }
  const checked = checkText(wordsOfCall(typed), knowledge, { kind: 'call', origin: 'typed' })
  return callReading.refine?.(checked, typed) ?? checked
}

test('a caller who poses as an office and wants anything is a danger, with the words that say so', () => {
  for (const caller of ['authority', 'card'])
    for (const { value: wish } of wishes) {
      const { verdict, text } = check([caller, wish])
      expect(verdict.level, `${caller} ${wish}`).toBe('danger')
      expect(verdict.reasons.length).toBeGreaterThan(0)
      expect(verdict.reasons.length).toBeLessThan(4)
      for (const { spans } of verdict.reasons)
        for (const [from, to] of spans) expect(text.slice(from, to).trim()).not.toBe('')
    }
})

test('whatever was asked for on the telephone is never nothing', () => {
  for (const { value: wish } of wishes)
    for (const { value: caller } of callers)
      expect(check([caller, wish]).verdict.level, `${caller} ${wish}`).not.toBe('nothing_found')
})

test('an office that presses is a danger before it has asked for anything', () => {
  for (const { value } of pressures)
    expect(check(['authority', value]).verdict.level).toBe('danger')
})

test('a call of a known kind without a wish stays calm', () => {
  expect(check([], '내일 점심 같이 먹자고 했어요').verdict.level).toBe('nothing_found')
  expect(check(['bank']).verdict.level).toBe('nothing_found')
})
