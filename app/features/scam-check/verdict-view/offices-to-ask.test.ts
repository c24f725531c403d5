import { expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { listsSchema } from '../verdict/knowledge'
import { officesToAsk, writeNumber } from './offices-to-ask'
import { verdictOn } from './test-verdict'

const lists = listsSchema.parse(JSON.parse(readFileSync('content/scam/lists.json', 'utf8')))
const ask = (text: string, trick: Parameters<typeof verdictOn>[1]['trick'] = null) =>
  officesToAsk(text, verdictOn(text, { trick }), lists).map(({ digits }) => digits)

test('whoever a message names is asked by the number of our list, never by one out of the message', () => {
  expect(ask('[국민 건강보험] 검진 결과 문의 070-1234-5678')).toEqual(['15771000', '1394'])
  expect(ask('112 경찰청입니다')).toEqual(['1394'])
})

test('where nobody is named the trick says whom to ask, and somebody always answers', () => {
  expect(ask('통장이 범죄에 쓰였어요', 'authority_impersonation')[0]).toBe('01035708242')
  expect(ask('엄마 나야')).toEqual(['1394'])
})

test('every number is written as on paper', () => {
  expect(['112', '15771000', '01035708242', '0212345678'].map(writeNumber)).toEqual([
    '112',
    '1577-1000',
    '010-3570-8242',
    '02-1234-5678',
  ])
})
