import { expect, test } from 'vitest'
import { judged } from './test-knowledge'

const numbersIn = (text: string) =>
  judged(text).numbers.map(({ span, digits, office }) => [text.slice(...span), digits, office])

test.each([
  ['문의 010-1234-5678', [['010-1234-5678', '01012345678', null]]],
  ['공일공 1234 오육칠팔', [['공일공 1234 오육칠팔', '01012345678', null]]],
  ['O1O-1234-5678', [['O1O-1234-5678', '01012345678', null]]],
  ['+82 10-1234-5678', [['+82 10-1234-5678', '01012345678', null]]],
  ['1577-1000', [['1577-1000', '15771000', '국민건강보험공단']]],
  ['신고 전화 112 로', [['112', '112', '경찰청']]],
  ['운송장 6512-0031-7744', []],
  ['국민 123456-01-234567', []],
  ['112동 302호', []],
])('%s', (text, expected) => {
  expect(numbersIn(text)).toEqual(expected)
})
