import { setTimeout as pause } from 'node:timers/promises'
import { agreeOnTime } from './agree-on-time.server'
import type { Batch, ReminderParts } from './batch.server'
import { remindDue } from './remind-due.server'
import { createSilences } from './silences'

export interface RunningReminders {
  /** No further push begins; what is under way is written down. */
  stop(): Promise<void>
}

const lookedAtEveryMs = 5_000
const batchOf = 200
const leaseMs = 2 * 60_000
/** Ten seconds, and ten more when it goes again without the names. */
const pushMs = 21_000

/**
 * Looks every five seconds who is due, in as many processes as there are. Several lanes do so side by side, each by
 * itself, so that one that waits for a push service keeps no other from looking.
 */
export function startReminders(
  parts: ReminderParts,
  options: Partial<Pick<Batch, 'most' | 'leaseMs' | 'pushMs' | 'together' | 'agreeOnTime'>> & {
    everyMs?: number
  } = {},
): RunningReminders {
  const stopping = new AbortController()
  // The embedded database has one connection, and pages wait for it.
  const lanes = parts.db.engine === 'pglite' ? 1 : 3
  const batch: Batch = {
    most: options.most ?? batchOf,
    leaseMs: options.leaseMs ?? leaseMs,
    pushMs: options.pushMs ?? pushMs,
    together: options.together ?? 32,
    tokens: {
      topics: parts.push.secretFor('topics'),
      receipts: parts.push.secretFor('receipts'),
      origin: originOf(parts.env),
    },
    silences: createSilences(),
    agreeOnTime: options.agreeOnTime ?? agreeOnTime(parts),
    isStopping: () => stopping.signal.aborted,
  }
  const lane = async () => {
    while (!batch.isStopping()) {
      try {
        if ((await remindDue(parts, batch)) > 0) continue
      } catch (error) {
        parts.log.error(error)
      }
      await pause(options.everyMs ?? lookedAtEveryMs, undefined, {
        signal: stopping.signal,
      }).catch(() => undefined)
    }
  }
  const running = Promise.all(Array.from({ length: lanes }, lane))
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

/** Where a tap on a notification leads: what people open. */
export const originOf = ({
  PUBLIC_URL,
  PORT,
}: Pick<ReminderParts['env'], 'PUBLIC_URL' | 'PORT'>): string =>
  PUBLIC_URL ? new URL(PUBLIC_URL).origin : `http://localhost:${PORT}`
