import type { Clock } from '~/platform/clock'
import type { Parts } from '~/platform/context.server'
import type { Silences } from './silences'

export type ReminderParts = Pick<Parts, 'db' | 'clock' | 'log' | 'push' | 'env'>

/** What signs topics and receipts, and where a tap leads. */
export interface Tokens {
  topics: Buffer
  receipts: Buffer
  /** Without a slash at its end. */
  origin: string
}

/** How one process works through what is due. */
export interface Batch {
  /** Most people at once. */
  most: number
  /** A process that says nothing for so long has lost its people to others. */
  leaseMs: number
  /** The longest that one push can take: none begins later than that before the lease is over. */
  pushMs: number
  /** Pushes under way at once. */
  together: number
  tokens: Tokens
  /** Of this process, whichever batch found it out. */
  silences: Silences
  /** By which people are looked at, asked for each batch anew. */
  agreeOnTime(): Promise<Clock>
  /** No further push begins. */
  isStopping(): boolean
}
