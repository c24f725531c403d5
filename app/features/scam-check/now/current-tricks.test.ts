import { expect, test } from 'vitest'
import { judged } from '../verdict/test-knowledge'
import { currentTricks } from './current-tricks'

test.each(currentTricks)('the example of $id is what the check itself calls a danger', (trick) => {
  expect(judged(trick.example).level).toBe('danger')
  for (const { words } of trick.marks) expect(trick.example).toContain(words)
})
