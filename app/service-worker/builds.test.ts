import { expect, it } from 'vitest'
import { cachesToDelete } from './builds'

it('keeps this build and the one before it, and what is not ours', () => {
  const names = ['assets-a', 'shells-a', 'other', 'assets-b', 'shells-b', 'assets-c', 'shells-c']
  expect(cachesToDelete(names, 'c')).toEqual(['assets-a', 'shells-a'])
  expect(cachesToDelete(['assets-a'], 'a')).toEqual([])
})

it('keeps the newer build when an older one comes back', () => {
  const names = ['assets-a', 'shells-a', 'assets-b', 'shells-b']
  expect(cachesToDelete(names, 'a')).toEqual([])
})
