import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { readRefreshToken, writeRefreshToken } from './refresh-token.server'

const secret = randomBytes(32)
const sessionId = '0f628411-e29f-4433-ac97-ab8d3910b1c1'

test('a token says its session and counter, and is the same each time it is written', () => {
  const token = writeRefreshToken(secret, sessionId, 7)
  expect(readRefreshToken(secret, token)).toEqual({ sessionId, counter: 7 })
  expect(writeRefreshToken(secret, sessionId, 7)).toBe(token)
  expect(writeRefreshToken(secret, sessionId, 8)).not.toBe(token)
})

test('an altered, cut, foreign or empty token says nothing', () => {
  const bytes = Buffer.from(writeRefreshToken(secret, sessionId, 7), 'base64url')
  for (let index = 0; index < bytes.length; index++) {
    const altered = Buffer.from(bytes)
    altered[index] = (altered[index] ?? 0) ^ 1
    expect(readRefreshToken(secret, altered.toString('base64url'))).toBeNull()
  }
  expect(readRefreshToken(secret, bytes.subarray(1).toString('base64url'))).toBeNull()
  expect(readRefreshToken(randomBytes(32), bytes.toString('base64url'))).toBeNull()
  expect(readRefreshToken(secret, '')).toBeNull()
})
