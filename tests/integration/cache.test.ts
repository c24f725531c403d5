import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Cache } from '~/platform/cache/cache.server'
import { createCache } from '~/platform/cache/create-cache.server'
import { createLog } from '~/platform/telemetry/log.server'
import { waitUntil } from '../support/child-process'
import { findRedisServer } from '../support/installed-programs'
import { startRedis, type TestRedis } from '../support/redis'
import { medianMs } from '../support/timed'

const lines: string[] = []
const log = createLog('debug', (line) => lines.push(line))
const opened: Cache[] = []

function open(redisUrl?: string): Cache {
  const cache = createCache({ redisUrl, log })
  opened.push(cache)
  return cache
}

beforeEach(() => {
  lines.length = 0
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((cache) => cache.close()))
})

/** How often a value was made, and the value itself. */
function counter() {
  let made = 0
  return { make: async () => ({ made: ++made }), count: () => made }
}

describe('in memory', () => {
  test('a value is made once, however many ask at the same time, and again when forgotten', async () => {
    const cache = open()
    const { make, count } = counter()
    const asked = Array.from({ length: 20 }, () => cache.getOrMake('learning', 'a', make))
    expect(await Promise.all(asked)).toEqual(Array(20).fill({ made: 1 }))
    await cache.getOrMake('learning', 'b', make)
    expect(count()).toBe(2)
    await cache.forget('learning', 'a')
    expect(await cache.getOrMake('learning', 'a', make)).toEqual({ made: 3 })
    expect(await cache.getOrMake('learning', 'b', make)).toEqual({ made: 2 })
  })

  test('what is of this process alone is gone from its memory after ten minutes', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      const cache = open()
      const { make } = counter()
      await cache.getOrMake('medicines', 'a', make)
      vi.advanceTimersByTime(9 * 60_000)
      expect(await cache.getOrMake('medicines', 'a', make)).toEqual({ made: 1 })
      vi.advanceTimersByTime(60_000)
      expect(await cache.getOrMake('medicines', 'a', make)).toEqual({ made: 2 })
    } finally {
      vi.useRealTimers()
    }
  })

  test('what was forgotten while it was being made is not kept', async () => {
    const cache = open()
    let finish: ((value: string) => void) | undefined
    const slow = cache.getOrMake(
      'learning',
      'a',
      () => new Promise<string>((done) => (finish = done)),
    )
    await waitUntil(() => finish !== undefined, 'the maker to begin')
    await cache.forget('learning', 'a')
    finish?.('read before the write')
    expect(await slow).toBe('read before the write')
    expect(await cache.getOrMake('learning', 'a', async () => 'read after')).toBe('read after')
  })

  test('a hit and a miss look the same, and nobody can change what others share', async () => {
    const cache = open()
    const make = async () => ({ at: new Date(0), list: [1] })
    const first = await cache.getOrMake('learning', 'a', make)
    expect(first).toEqual({ at: '1970-01-01T00:00:00.000Z', list: [1] })
    expect(await cache.getOrMake('learning', 'a', make)).toEqual(first)
    expect(() => first.list.push(2)).toThrow()
    expect(await cache.getOrMake<null>('learning', 'none', async () => null)).toBeNull()
  })

  test('an error of the maker is thrown as it is, and nothing is kept', async () => {
    const cache = open()
    const refusal = new Response(null, { status: 404 })
    await expect(cache.getOrMake('learning', 'a', () => Promise.reject(refusal))).rejects.toBe(
      refusal,
    )
    expect(await cache.getOrMake('learning', 'a', async () => 1)).toBe(1)
  })

  test('a hit is recorded under its name, without the id', async () => {
    const cache = open()
    await cache.getOrMake('learning', '김영희', async () => 1)
    expect(lines).toEqual([])
    await cache.getOrMake('learning', '김영희', async () => 1)
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      event: 'cache_hit',
      key: 'learning:*',
      ttl: 3600,
    })
  })
})

describe.skipIf(!findRedisServer())('with Redis', () => {
  let redis: TestRedis
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis.stop())
  beforeEach(() => redis.restart())

  /** Two processes that hear each other. */
  async function openTwo(): Promise<[Cache, Cache]> {
    const pair: [Cache, Cache] = [open(redis.url), open(redis.url)]
    await Promise.all(pair.map(isConnected))
    return pair
  }

  async function isConnected(cache: Cache) {
    const probe = new Redis(redis.url)
    await probe.flushall()
    await waitUntil(async () => {
      await cache.forget('catalogue', 'probe')
      await cache.getOrMake('catalogue', 'probe', async () => 1)
      const [, listeners] = (await probe.pubsub('NUMSUB', 'gyeote:forget')) as [string, number]
      return (
        (await probe.keys('gyeote:cache:catalogue*')).length === 1 && listeners >= opened.length
      )
    }, 'both connections')
    probe.disconnect()
  }

  test('another process hits what this one made, under a key that names nobody', async () => {
    const [one, two] = await openTwo()
    const { make, count } = counter()
    await one.getOrMake('learning', '+821012345678', make)
    expect(await two.getOrMake('learning', '+821012345678', make)).toEqual({ made: 1 })
    expect(count()).toBe(1)
    const probe = new Redis(redis.url)
    const keys = await probe.keys('*')
    expect(keys.join()).not.toMatch(/\+82|1012345678/)
    expect(await probe.pttl(keys.find((key) => key.includes('learning')) ?? '')).toBeGreaterThan(
      3_500_000,
    )
    probe.disconnect()
  })

  test('what is of one process stays in its memory, and can be forgotten there', async () => {
    const [one, two] = await openTwo()
    const { make } = counter()
    expect(await one.getOrMake('medicines', 'a', make)).toEqual({ made: 1 })
    expect(await one.getOrMake('medicines', 'a', make)).toEqual({ made: 1 })
    expect(await two.getOrMake('medicines', 'a', make)).toEqual({ made: 2 })
    const probe = new Redis(redis.url)
    expect((await probe.keys('*')).join()).not.toContain('medicines')
    probe.disconnect()
    await one.forget('medicines', 'a')
    expect(await one.getOrMake('medicines', 'a', make)).toEqual({ made: 3 })
  })

  test('what one process forgets, the memory of the other forgets too', async () => {
    const [one, two] = await openTwo()
    const { make } = counter()
    await one.getOrMake('learning', 'a', make)
    await two.getOrMake('learning', 'a', make)
    await one.forget('learning', 'a')
    await waitUntil(
      async () => (await two.getOrMake('learning', 'a', make)).made === 2,
      'the other process to make it anew',
    )
  })

  test('dead Redis: answers at once from memory, and Redis is used again when it is back', async () => {
    const [cache] = await openTwo()
    const { make } = counter()
    await redis.kill()
    await waitUntil(
      async () => (await medianMs(1, () => cache.forget('learning', 'x'))) < 5,
      'the loss',
    )
    await cache.getOrMake('learning', 'a', make)
    expect(await cache.getOrMake('learning', 'a', make)).toEqual({ made: 1 })
    const missed = await medianMs(9, (index) => cache.getOrMake('learning', `miss ${index}`, make))
    expect(missed).toBeLessThan(5)

    await redis.restart()
    const probe = new Redis(redis.url)
    await waitUntil(async () => {
      await cache.forget('learning', 'b')
      await cache.getOrMake('learning', 'b', make)
      return (await probe.keys('gyeote:cache:learning*')).length > 0
    }, 'Redis to be used again')
    probe.disconnect()
  })

  test('frozen Redis: costs 150 ms once, then nothing, and is used again when it thaws', async () => {
    const [cache] = await openTwo()
    redis.pause()
    await cache.getOrMake('learning', 'first', async () => 1)
    const dropped = await medianMs(20, (index) =>
      cache.getOrMake('learning', `later ${index}`, async () => index),
    )
    expect(dropped).toBeLessThan(5)
    expect(await medianMs(5, (index) => cache.forget('learning', `later ${index}`))).toBeLessThan(5)
    redis.resume()
    await isConnected(cache)

    const moments: number[] = []
    for (let round = 0; round < 3; round++) {
      redis.pause()
      moments.push(await medianMs(1, () => cache.getOrMake('learning', `${round}`, async () => 1)))
      redis.resume()
      await isConnected(cache)
    }
    expect(Math.min(...moments)).toBeGreaterThan(100)
    expect(Math.min(...moments)).toBeLessThan(230)
  })

  test('what was forgotten while Redis was away does not come back with it', async () => {
    const [one, two] = await openTwo()
    await one.getOrMake('learning', 'a', async () => 'old')
    redis.pause()
    await one.forget('learning', 'b')
    // The connection is dropped by now, so that what is said next never reaches the frozen Redis.
    await new Promise((done) => setTimeout(done, 500))
    await one.forget('learning', 'a')
    redis.resume()
    await waitUntil(
      async () => (await two.getOrMake('learning', 'a', async () => 'new')) === 'new',
      'the debt to be paid',
    )
    expect(await one.getOrMake('learning', 'a', async () => 'new')).toBe('new')
  })

  test('an outage is one line in the log', async () => {
    const cache = open(redis.url)
    await isConnected(cache)
    lines.length = 0
    await redis.kill()
    await new Promise((done) => setTimeout(done, 600))
    await cache.getOrMake('learning', 'a', async () => 1)
    expect(lines.filter((line) => line.includes('"error"')).length).toBe(1)
  })
})
