import { Redis } from 'ioredis'
import type { Log } from '../telemetry/log.server'

const answerWithinMs = 150
// Shorter than the wait for an answer: whatever comes after the first late answer fails at once.
const silentForMs = 140

/**
 * A connection that never makes anybody wait: a dead Redis refuses at once, a frozen one after 150 ms,
 * once: then it is dropped, and refuses as well until it thaws. It comes back by itself.
 */
export function openRedis(url: string, log?: Log): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    autoResubscribe: false,
    maxRetriesPerRequest: 1,
    commandTimeout: answerWithinMs,
    socketTimeout: silentForMs,
    connectTimeout: 1_000,
    retryStrategy: (attempt) => Math.min(attempt * 50, 1_000),
  })
  let reported = false
  // Without a listener each failed attempt is printed; one line an outage is enough.
  redis.on('error', (error) => {
    if (!reported) log?.error(error)
    reported = true
  })
  redis.on('ready', () => {
    reported = false
  })
  return redis
}
