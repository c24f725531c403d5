import type { RefusalReason } from './refusals'

/** What a use case says about a command. A refusal must leave no effect: its transaction is rolled back. */
export type Outcome =
  { status: 'accepted'; result?: unknown } | { status: 'refused'; reason: RefusalReason }

export interface CommandMeta {
  commandId: string
  /** When it happened by the phone's clock, never later than the present. */
  occurredAt: Date
  /** The same as the phone showed it, though it may be a time to come. */
  shownAt: Date
  receivedAt: Date
  /** By how much the phone's clock was behind as it sent, in ms; 0 for what was done online. */
  skewMs: number
}
