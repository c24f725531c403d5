import express from 'express'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createRateLimits } from '~/platform/http/create-rate-limits.server'
import { rateLimits, type RateLimits } from '~/platform/http/rate-limits.server'
import { limitWrites } from './refuse-writes'

let limits: RateLimits
let server: Server

beforeEach(async () => {
  limits = createRateLimits()
  const app = express()
  app.set('trust proxy', 1)
  app.use(limitWrites({ limits }))
  app.all('*', (_req, res) => void res.json({ written: true }))
  await new Promise<void>((ready) => {
    server = app.listen(0, '127.0.0.1', ready)
  })
})
afterEach(async () => {
  await new Promise((closed) => server.close(closed))
  await limits.close()
})

const ask = (method: string, address: string) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/me/name`, {
    method,
    headers: { 'X-Forwarded-For': address },
  })

test('who writes without end is stopped for a while, and nobody else is', async () => {
  const { points, seconds } = rateLimits.writePerAddress
  for (let n = 1; n < points; n++) await limits.take('writePerAddress', '203.0.113.7')
  expect((await ask('POST', '203.0.113.7')).status).toBe(200)
  const refused = await ask('POST', '203.0.113.7')
  expect([refused.status, await refused.json()]).toEqual([429, { v: 1, error: 'too_many' }])
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(seconds)
  expect((await ask('GET', '203.0.113.7')).status).toBe(200)
  expect((await ask('POST', '203.0.113.8')).status).toBe(200)
})
