import { expect, test } from 'vitest'
import { maskName } from './mask-name'

test.each([
  ['김순자', '김○자'],
  ['김순', '김○'],
  ['남궁순자', '남○○자'],
  [' 김순자 ', '김○자'],
  ['김 순자', '김○○자'],
  ['Grandma', 'G○○○○○a'],
])('%s is shown as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked)
})

test.each(['', ' ', '김'])('of 「%s」 nothing is shown', (name) => {
  expect(maskName(name)).toBeNull()
})
