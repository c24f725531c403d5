import type { Batch, ReminderParts } from './batch.server'
import { remindDue } from './remind-due.server'

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
 * Looks every five seconds who is due, in as many processes as there are. Several batches run side by side, so
 * that a push service that does not answer holds up its own batch and no other.
 */
export function startReminders(
  parts: ReminderParts,
  options: Partial<Pick<Batch, 'most' | 'leaseMs' | 'pushMs' | 'together'>> & {
    everyMs?: number
  } = {},
): RunningReminders {
  let stopping = false
  let timer: NodeJS.Timeout | undefined
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
    isStopping: () => stopping,
  }
  const lane = async () => {
    try {
      while (!stopping && (await remindDue(parts, batch)) > 0);
    } catch (error) {
      parts.log.error(error)
    }
  }
  const look = async () => {
    await Promise.all(Array.from({ length: lanes }, lane))
    if (!stopping) timer = setTimeout(begin, options.everyMs ?? lookedAtEveryMs)
  }
  let looking = Promise.resolve()
  const begin = () => {
    looking = look()
  }
  begin()
  return {
    stop: async () => {
      stopping = true
      clearTimeout(timer)
      await looking
    },
  }
}

/** Where a tap on a notification leads: what people open. */
export const originOf = ({
  PUBLIC_URL,
  PORT,
}: Pick<ReminderParts['env'], 'PUBLIC_URL' | 'PORT'>): string =>
  PUBLIC_URL ? new URL(PUBLIC_URL).origin : `http://localhost:${PORT}`
