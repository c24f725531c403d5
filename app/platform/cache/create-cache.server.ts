import { createHash } from 'node:crypto'
import { BentoCache, bentostore, errors } from 'bentocache'
import { memoryDriver } from 'bentocache/drivers/memory'
import type { Log } from '../telemetry/log.server'
import { cacheLives, type Cache, type CacheName } from './cache.server'
import { createForgetBus } from './forget-bus.server'
import { asTheyAre, frozenJson, jsonRedisDriver } from './json-tier.server'
import { createLocalTransport } from './local-transport.server'
import { openRedis } from './redis.server'

const prefix = 'gyeote:cache'
const maxItemsInMemory = 5_000
// Some 20 KB each.
const maxItemsOfOwn = 1_000
const sweepMs = 10 * 60_000
// While no other process can be heard, a value may be out of date for this long and no longer.
const deafLifeMs = 10_000

/** Memory alone, or memory before Redis. It neither waits for Redis to be there nor fails without it. */
export function createCache(options: { redisUrl?: string; log: Log }): Cache {
  const { redisUrl, log } = options
  const redis = redisUrl ? openRedis(redisUrl, log) : undefined
  const local = createLocalTransport(prefix)
  const memoryFirst = bentostore()
    .useL1Layer(memoryDriver({ maxItems: maxItemsInMemory, serialize: false }))
    .useBus(local.driver)
  const bento = new BentoCache({
    default: 'cache',
    prefix,
    serializer: asTheyAre,
    stores: {
      cache: redis ? memoryFirst.useL2Layer(jsonRedisDriver(redis)) : memoryFirst,
      own: bentostore().useL1Layer(memoryDriver({ maxItems: maxItemsOfOwn, serialize: false })),
    },
  })
  bento.on('cache:hit', ({ key }) => {
    const name = nameOf(key)
    log.record('cache_hit', { key: `${name}:*`, ttl: cacheLives[name].ttlMs / 1_000 })
  })

  // What has outlived its time would lie there until something else pushes it out.
  const sweeping = setInterval(() => void bento.use('own').clear(), sweepMs).unref()

  const making = new Set<{ key: string; spoiled: boolean }>()
  const drop = (keys: string[] | 'all') => {
    for (const one of making) if (keys === 'all' || keys.includes(one.key)) one.spoiled = true
    local.drop(keys)
  }
  const bus =
    redisUrl && redis
      ? createForgetBus({ redisUrl, redis, fullKey: (key) => `${prefix}:${key}`, drop })
      : undefined

  return {
    async getOrMake<T>(name: CacheName, id: string, make: () => Promise<T>): Promise<T> {
      const key = keyOf(name, id)
      const flight = { key, spoiled: false }
      let made: { value: T } | undefined
      const { ttlMs: life, shared } = cacheLives[name]
      try {
        const kept = await bento.use(shared ? 'cache' : 'own').getOrSet<T | undefined>({
          key,
          ttl: shared && bus && !bus.hears() ? Math.min(life, deafLifeMs) : life,
          skipBusNotify: true,
          factory: async (factory) => {
            making.add(flight)
            // What Redis would give back, so that a hit and a miss look the same.
            made = { value: frozenJson(JSON.stringify(await make())) as T }
            return flight.spoiled ? factory.skip() : made.value
          },
        })
        return made ? (made as { value: T }).value : (kept as T)
      } catch (error) {
        throw error instanceof errors.E_FACTORY_ERROR ? error.cause : error
      } finally {
        making.delete(flight)
      }
    },
    async forget(name, id) {
      const key = keyOf(name, id)
      drop([key])
      if (cacheLives[name].shared) await bus?.forget([key])
      else await bento.use('own').delete({ key })
    },
    async close() {
      clearInterval(sweeping)
      bus?.close()
      await bento.disconnectAll()
    },
  }
}

/** `name.shape:hash`: ids are hashed, so no key says who somebody is. */
function keyOf(name: CacheName, id: string): string {
  const hash = createHash('sha256').update(id).digest('hex').slice(0, 32)
  return `${name}.${cacheLives[name].shape}:${hash}`
}

const nameOf = (key: string) => key.slice(0, key.indexOf('.')) as CacheName
