import type { Redis } from 'ioredis'
import { openRedis } from './redis.server'

const channel = 'gyeote:forget'
const listenAgainMs = 5_000

/** Tells every process which keys to drop from its memory. */
export interface ForgetBus {
  /** True while this process hears what the others forget. */
  hears(): boolean
  /** Removes keys from Redis and tells everyone. Never throws: what fails is made up for on reconnection. */
  forget(keys: string[]): Promise<void>
  close(): void
}

/**
 * @param redis where the values lie; @param fullKey a key as it stands there.
 * @param drop removes these keys, or all of them, from the memory of this process.
 */
export function createForgetBus(options: {
  redisUrl: string
  redis: Redis
  fullKey: (key: string) => string
  drop: (keys: string[] | 'all') => void
}): ForgetBus {
  const { redis, fullKey, drop } = options
  const ear = openRedis(options.redisUrl)
  const owed = new Set<string>()
  let hearing = false

  // Whatever was said while this process was deaf is lost, so at both ends of a silence all is dropped.
  const setHearing = (now: boolean) => {
    if (hearing !== now) drop('all')
    hearing = now
  }
  ear.on('ready', () => {
    ear.subscribe(channel).then(
      () => setHearing(true),
      () => ear.disconnect(true),
    )
  })
  ear.on('close', () => setHearing(false))
  ear.on('message', (_channel: string, keys: string) => drop(JSON.parse(keys) as string[]))
  // A connection can die without a word: an unanswered ping closes it.
  const pulse = setInterval(() => void ear.ping().catch(() => undefined), listenAgainMs).unref()

  const forget = async (keys: string[]) => {
    for (const key of keys) owed.add(key)
    try {
      await Promise.all([
        redis.unlink(...keys.map(fullKey)),
        redis.publish(channel, JSON.stringify(keys)),
      ])
      for (const key of keys) owed.delete(key)
    } catch {
      // Stays owed until Redis is back.
    }
  }
  redis.on('ready', () => {
    if (owed.size > 0) void forget([...owed])
  })

  return {
    hears: () => hearing,
    forget,
    close: () => {
      clearInterval(pulse)
      ear.disconnect()
    },
  }
}
