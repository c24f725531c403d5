import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createRateLimits } from '~/platform/http/create-rate-limits.server'
import type { RateLimits } from '~/platform/http/rate-limits.server'
import { waitUntil } from '../support/child-process'
import { findRedisServer } from '../support/installed-programs'
import { startRedis, type TestRedis } from '../support/redis'
import { medianMs } from '../support/timed'

const phone = '+821012345678'
const opened: RateLimits[] = []

function open(redisUrl?: string): RateLimits {
  const limits = createRateLimits({ redisUrl })
  opened.push(limits)
  return limits
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((limits) => limits.close()))
})

const takeMany = async (limits: RateLimits, times: number) =>
  (
    await Promise.all(Array.from({ length: times }, () => limits.take('codePerPhone', phone)))
  ).filter(Boolean).length

describe('in memory', () => {
  test('lets exactly as many through as the list says, for each key by itself', async () => {
    const limits = open()
    expect(await limits.secondsLeft('codePerPhone', phone)).toBe(0)
    expect(await takeMany(limits, 50)).toBe(5)
    expect(await limits.take('codePerPhone', '+821099999999')).toBe(true)
    expect(await limits.secondsLeft('codePerPhone', phone)).toBeGreaterThan(3_590)
    expect(await limits.secondsLeft('codePerPhone', phone)).toBeLessThanOrEqual(3_600)
    await limits.reset('codePerPhone', phone)
    expect(await limits.secondsLeft('codePerPhone', phone)).toBe(0)
    expect(await limits.take('codePerPhone', phone)).toBe(true)
  })

  test('the cap on text messages a day can be set', async () => {
    const limits = createRateLimits({ codesPerDay: 2 })
    opened.push(limits)
    const taken = []
    for (let i = 0; i < 3; i++) taken.push(await limits.take('codesPerDay', 'all'))
    expect(taken).toEqual([true, true, false])
    expect(await limits.secondsLeft('codesPerDay', 'all')).toBeGreaterThan(86_000)
  })
})

describe.skipIf(!findRedisServer())('with Redis', () => {
  let redis: TestRedis
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis.stop())
  beforeEach(() => redis.restart())

  /** Counted by Redis: another client sees what this one took. */
  async function isConnected(limits: RateLimits) {
    const probe = new Redis(redis.url)
    let attempt = 0
    await waitUntil(async () => {
      await limits.take('writePerPerson', `probe ${attempt++}`)
      return (await probe.keys('gyeote:limit:writePerPerson:*')).length > 0
    }, 'the connection')
    await probe.flushall()
    probe.disconnect()
  }

  test('two processes together let exactly as many through', async () => {
    const [one, two] = [open(redis.url), open(redis.url)]
    await isConnected(one)
    await isConnected(two)
    const [first, second] = await Promise.all([takeMany(one, 25), takeMany(two, 25)])
    expect(first + second).toBe(5)
    expect(await two.secondsLeft('codePerPhone', phone)).toBeGreaterThan(3_590)
    await two.reset('codePerPhone', phone)
    expect(await one.take('codePerPhone', phone)).toBe(true)
  })

  test('no key that leaves the process carries the number', async () => {
    const limits = open(redis.url)
    await isConnected(limits)
    await limits.take('codePerPhone', phone)
    const probe = new Redis(redis.url)
    const keys = await probe.keys('*')
    probe.disconnect()
    expect(keys).toHaveLength(1)
    expect(keys[0]).toMatch(/^gyeote:limit:codePerPhone:[0-9a-f]{64}$/)
  })

  test('Redis dies and freezes: still limited, nobody waits, and it counts again when back', async () => {
    const limits = open(redis.url)
    await isConnected(limits)
    expect(await takeMany(limits, 3)).toBe(3)
    await redis.kill()
    expect(await takeMany(limits, 20)).toBe(5)
    expect(await limits.take('codePerPhone', phone)).toBe(false)
    expect(await medianMs(9, () => limits.take('writePerPerson', phone))).toBeLessThan(5)
    expect(await limits.secondsLeft('codePerPhone', phone)).toBeGreaterThan(3_590)

    await redis.restart()
    await isConnected(limits)
    expect(await takeMany(limits, 20)).toBe(5)

    const moments: number[] = []
    for (let round = 0; round < 3; round++) {
      redis.pause()
      moments.push(await medianMs(1, () => limits.take('writePerPerson', phone)))
      expect(await medianMs(9, () => limits.take('writePerPerson', phone))).toBeLessThan(5)
      redis.resume()
      await isConnected(limits)
    }
    expect(Math.min(...moments)).toBeLessThan(230)
  })
})
