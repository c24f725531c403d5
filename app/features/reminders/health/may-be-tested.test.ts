import { expect, test } from 'vitest'
import { mayBeTested } from './may-be-tested'

test('a test is offered where one can come', () => {
  const allowed = { kind: 'allowed' } as const
  expect(mayBeTested(allowed, { kind: 'known', endpointHash: 'hash' })).toBe(true)
  expect(mayBeTested(allowed, { kind: 'looking' })).toBe(true)
  expect(mayBeTested(allowed, { kind: 'no_network' })).toBe(true)
})

test.each(['no_push_service', 'refused', 'not_signed_in'] as const)(
  'none is offered where none would come: %s',
  (kind) => {
    expect(mayBeTested({ kind: 'allowed' }, { kind })).toBe(false)
  },
)

test('none is offered before notifications are allowed', () => {
  expect(mayBeTested({ kind: 'not_asked' }, { kind: 'looking' })).toBe(false)
})
