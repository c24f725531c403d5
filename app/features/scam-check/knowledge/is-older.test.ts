import { expect, test } from 'vitest'
import { isOlder } from './is-older'

const known = (lists: string, model: string) => ({ lists, model })

test.each([
  ['lists of before', known('2026.11.27', '2026.11.28'), true],
  ['a model of before', known('2026.12.01', '2026.11.27'), true],
  ['a version nobody can read', known('', '2026.11.28'), true],
  ['the same', known('2026.11.28', '2026.11.28'), false],
  ['newer lists', known('2026.12.01', '2026.11.28'), false],
  ['the second of a day', known('2026.11.28.2', '2026.11.28'), false],
  ['a later year', known('2027.01.01', '2027.01.01'), false],
])('%s: %j, older: %s', (_what, sent, older) => {
  expect(isOlder(sent, known('2026.11.28', '2026.11.28'))).toBe(older)
})
