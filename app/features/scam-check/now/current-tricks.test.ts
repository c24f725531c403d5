import { expect, test } from 'vitest'
import { judged } from '../verdict/test-knowledge'
import { currentTricks } from './current-tricks'

test.each(currentTricks)('the check itself warns of the example of $id', (trick) => {
  expect(judged(trick.example).level).not.toBe('nothing_found')
  for (const { words } of trick.marks) expect(trick.example).toContain(words)
})
