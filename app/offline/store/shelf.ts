/** The three object stores of a person's database. Fixed for ever: shapes change inside the values. */
export const drawers = ['key', 'kept', 'outbox'] as const
export type Drawer = (typeof drawers)[number]

/** A record of `outbox`: `seq` is the order of adding, `id` the command's. The command itself is sealed. */
export interface OutboxRecord {
  seq: number
  id: string
  state: 'waiting' | 'refused' | 'sent'
  reason?: string
  /** ms since 1970 by the phone's clock. */
  sentAt?: number
  /** See `OutboxEntry`. */
  confirmed?: true
  sealed: unknown
}

export type Change =
  | { drawer: 'kept'; put: unknown; at: string }
  | { drawer: 'key'; addOnce: unknown; at: string }
  | { drawer: 'outbox'; replace: OutboxRecord }
  /** Adds at the end of the order, or does nothing when an entry with this id is there. */
  | { drawer: 'outbox'; addOnce: Omit<OutboxRecord, 'seq'> }
  | { drawer: 'kept'; delete: string }
  /** Everything but what is unsent. */
  | { drawer: 'kept'; clearCopies: true }
  | { drawer: 'outbox'; delete: number }
  | { drawer: Drawer; clear: true }

/** Where a person's sealed records lie: IndexedDB, or memory where there is none. */
export interface Shelf {
  readonly durable: boolean
  get(drawer: 'key' | 'kept', at: string): Promise<unknown>
  /** One for each place, as they lay at one moment. */
  getAll(drawer: 'kept', at: readonly string[]): Promise<unknown[]>
  all(drawer: Drawer): Promise<unknown[]>
  /** Of drawer `kept`, what lies under names that begin with `unsentMark`. */
  allUnsent(): Promise<unknown[]>
  countUnsent(): Promise<number>
  /**
   * All changes in one transaction, or none.
   * @throws {StaleKeyError} when `underKey` is no longer the key's id: another tab wiped meanwhile.
   */
  change(changes: Change[], underKey?: string): Promise<void>
  close(): void
  /** Removes the database, waiting at most two seconds for other tabs to let go of it. */
  destroy(): Promise<void>
}

export class StaleKeyError extends Error {
  override name = 'StaleKeyError'
}

/** Begins the name of what the server does not have yet; a hidden name is base64 and never begins so. */
export const unsentMark = '!'

/** Under this name the key record lies in drawer `key`. */
export const keyAt = 'key'

export function keyIdOf(record: unknown): string | undefined {
  return typeof record === 'object' && record !== null && 'id' in record
    ? String(record.id)
    : undefined
}
