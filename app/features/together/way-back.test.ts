import { expect, test } from 'vitest'
import { wayBack } from './way-back'

test.each([
  ['/medication/new', '/medication/courses/c1', '/start-together/medicine'],
  ['/medication/new/detail', '/medication/courses/c1', '/start-together/medicine'],
  ['/me/family/waiting/w1', '/me/family', '/start-together/family'],
  ['/me/family/invite', '/me/family', '/start-together/family'],
  // On the way, and somewhere else.
  ['/start-together/medicine', '/medication/new', null],
  ['/medication/consent', '/medication/new', null],
  ['/me/family/invite', '/me/family/waiting/w1', null],
  ['/medication/courses', '/medication/courses/c1', null],
  ['/me', '/me/family', null],
])('from %s to %s leads to %s', (before, now, expected) => {
  expect(wayBack(before, now)).toBe(expected)
})
