import { createHash } from 'node:crypto'
import {
  RateLimiterMemory,
  RateLimiterRedis,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible'
import { openRedis } from '../cache/redis.server'
import type { Log } from '../telemetry/log.server'
import { rateLimits, type RateLimitName, type RateLimits } from './rate-limits.server'

/**
 * Counts in Redis for all processes together, and in memory without one. While Redis is gone each process
 * counts for itself, so nobody is let through without limit and nobody waits.
 */
export function createRateLimits(
  options: { redisUrl?: string; log?: Log; codesPerDay?: number } = {},
): RateLimits {
  const redis = options.redisUrl ? openRedis(options.redisUrl, options.log) : undefined
  const limiters = new Map<RateLimitName, RateLimiterAbstract>()
  for (const name of Object.keys(rateLimits) as RateLimitName[]) {
    const { seconds } = rateLimits[name]
    const points = (name === 'codesPerDay' && options.codesPerDay) || rateLimits[name].points
    const shape = { keyPrefix: `gyeote:limit:${name}`, points, duration: seconds }
    const memory = new RateLimiterMemory(shape)
    limiters.set(
      name,
      redis
        ? new RateLimiterRedis({
            ...shape,
            storeClient: redis,
            insuranceLimiter: memory,
            rejectIfRedisNotReady: true,
          })
        : memory,
    )
  }
  const limiterOf = (name: RateLimitName) => limiters.get(name) as RateLimiterAbstract

  return {
    async take(name, key) {
      try {
        await limiterOf(name).consume(hashed(key))
        return true
      } catch (refusal) {
        // The limiter rejects with the state of the key when there is nothing left, else with an Error.
        if (refusal instanceof Error) throw refusal
        return false
      }
    },
    async secondsLeft(name, key) {
      const limiter = limiterOf(name)
      const state = await limiter.get(hashed(key))
      if (!state || state.consumedPoints < limiter.points) return 0
      return Math.ceil(state.msBeforeNext / 1_000)
    },
    async reset(name, key) {
      await limiterOf(name).delete(hashed(key))
    },
    async close() {
      redis?.disconnect()
    },
  }
}

const hashed = (key: string) => createHash('sha256').update(key).digest('hex')
