import { RedisDriver, type redisDriver } from 'bentocache/drivers/redis'
import type { Redis } from 'ioredis'

/**
 * Redis as the second tier, which turns values into text and back itself. bentocache 1.6.1 cannot keep
 * objects in memory and text in Redis (a value read from Redis is put into memory as text, and the next
 * read of it throws), so it is told that values need no turning (`asTheyAre`).
 */
class JsonRedisDriver extends RedisDriver {
  override async get(key: string) {
    const text = await super.get(key)
    return text === undefined ? undefined : (frozenJson(text) as string)
  }

  override set(key: string, value: unknown, ttl?: number) {
    return super.set(key, JSON.stringify(value), ttl)
  }
}

export function jsonRedisDriver(connection: Redis): ReturnType<typeof redisDriver> {
  const options = { connection }
  return { options, factory: (config) => new JsonRedisDriver(config) }
}

export const asTheyAre = {
  serialize: (value: unknown) => value as string,
  deserialize: (value: unknown) => value,
}

/** Frozen all the way down, because requests share it. */
export function frozenJson(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => Object.freeze(value))
}
