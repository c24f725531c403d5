import type { PhoneRefusal } from '../outbox/refusal'
import type { Vault } from './vault'
import type { OutboxRecord } from './shelf'

/** A deed of a person as it waits on the phone. `occurredAt` is ISO 8601, corrected for a wrong clock. */
export interface WaitingCommand {
  /** UUIDv7 made on the phone; counts once however often it is sent. */
  id: string
  /** Whose deed it is; null before there is an account. */
  person: string | null
  type: string
  typeV: number
  occurredAt: string
  /**
   * By how much the phone's clock was corrected as this was written down, in ms: what was learned since must not
   * pass for what it knew then. Absent on what older builds wrote.
   */
  correctedByMs?: number
  payload: unknown
  /** Commands of the same thing must keep their order. */
  aggregate: string
}

export interface OutboxEntry {
  seq: number
  id: string
  /** `sent`: the server has it, but what the phone keeps may be older than that. */
  state: OutboxRecord['state']
  /** Of a refusal: what the server said, or a `PhoneRefusal`. */
  reason: string | null
  /** ms since 1970 by the phone's clock; null before the server has listed it. */
  sentAt: number | null
  /** Null when unreadable. */
  command: WaitingCommand | null
  /** The person sent it once more, with a clock that may have been wrong: it is not asked about again. */
  confirmed?: true
  durable: boolean
}

/** The outbox of one person on this phone. Only `remove` and `forgetSent` make an entry disappear. */
export interface OutboxDrawer {
  /** Adds at the end, once for an id. False when it lives in this page's memory only. */
  add(command: WaitingCommand): Promise<boolean>
  /** Takes over entries of another store: all of them, or none. False when that could not be made durable. */
  adopt(entries: readonly OutboxEntry[]): Promise<boolean>
  /** In the order of adding. What cannot be read just now is missing here. */
  list(): Promise<OutboxEntry[]>
  /** @throws when the phone cannot be read just now. For whoever would delete what is not listed. */
  listOrThrow(): Promise<OutboxEntry[]>
  remove(ids: string[]): Promise<void>
  /** The server has these now. What could not be marked still waits, and is sent once more. */
  markSent(ids: string[], atMs: number): Promise<void>
  /**
   * Forgets what was sent before the server was asked at `askedMs` for something that is kept now, as far as
   * what is kept tells of it. The server may be behind itself by 10 seconds.
   */
  forgetSent(askedMs: number, isTold?: (command: WaitingCommand) => boolean): Promise<void>
  refuse(id: string, reason: string): Promise<void>
  /** A refused entry waits again, and counts as confirmed. */
  retry(id: string): Promise<void>
}

const unreadable: PhoneRefusal = 'unreadable'

/** As long as a process that does not hear the others may answer from an old copy. */
const behindMs = 10_000

export function createOutboxDrawer(vault: Vault): OutboxDrawer {
  const inMemory = new Map<string, OutboxEntry>()
  const opened = new Map<string, WaitingCommand>()

  async function openEntry(record: OutboxRecord): Promise<OutboxEntry> {
    const { seq, id, state, reason = null, sentAt = null, confirmed } = record
    const command = opened.get(id) ?? (await vault.open(record.sealed))
    const entry = { seq, id, sentAt, ...(confirmed && { confirmed }), durable: vault.durable }
    if (isCommand(command)) {
      opened.set(id, command)
      return { ...entry, state, reason, command }
    }
    return state === 'sent'
      ? { ...entry, state, reason, command: null }
      : { ...entry, state: 'refused', reason: unreadable, command: null }
  }

  async function listOrThrow(): Promise<OutboxEntry[]> {
    const durable = await Promise.all((await vault.records()).map(openEntry))
    durable.sort((a, b) => a.seq - b.seq)
    const last = durable.at(-1)?.seq ?? 0
    const remembered = [...inMemory.values()].map((entry, at) => ({ ...entry, seq: last + 1 + at }))
    return [...durable, ...remembered]
  }

  const write = (entries: readonly Omit<OutboxEntry, 'seq' | 'durable'>[]) =>
    vault.write((seal) =>
      Promise.all(
        entries.map(async ({ id, state, reason, sentAt, command, confirmed }) => ({
          drawer: 'outbox' as const,
          addOnce: {
            id,
            state,
            ...(reason === null ? {} : { reason }),
            ...(sentAt === null ? {} : { sentAt }),
            ...(confirmed && { confirmed }),
            sealed: await seal(command),
          },
        })),
      ),
    )

  async function setState(
    id: string,
    state: OutboxEntry['state'],
    reason: string | null,
    more: Pick<OutboxEntry, 'confirmed'> = {},
  ) {
    const remembered = inMemory.get(id)
    if (remembered) inMemory.set(id, { ...remembered, state, reason, ...more })
    try {
      const record = (await vault.records()).find((one) => one.id === id)
      if (!record) return
      const { seq, sealed } = record
      const changed = { seq, id, state, sealed, ...(reason === null ? {} : { reason }), ...more }
      await vault.write(() => Promise.resolve([{ drawer: 'outbox', replace: changed }]))
    } catch {
      // The entry stays as it is: it will be sent, and refused, again.
    }
  }

  const list = () => listOrThrow().catch(() => [...inMemory.values()])

  async function remove(ids: string[]) {
    for (const id of ids) {
      inMemory.delete(id)
      opened.delete(id)
    }
    try {
      const gone = (await vault.records()).filter((record) => ids.includes(record.id))
      await vault.write(() =>
        Promise.resolve(gone.map(({ seq }) => ({ drawer: 'outbox', delete: seq }))),
      )
    } catch {
      // Still there, and gone the next time.
    }
  }

  return {
    async add(command) {
      const entry = {
        id: command.id,
        state: 'waiting' as const,
        reason: null,
        sentAt: null,
        command,
      }
      try {
        await write([entry])
        opened.set(command.id, command)
        return vault.durable
      } catch {
        inMemory.set(command.id, { ...entry, seq: Number.MAX_SAFE_INTEGER, durable: false })
        return false
      }
    },
    async adopt(entries) {
      try {
        await write(entries)
        return true
      } catch {
        return false
      }
    },
    listOrThrow,
    list,
    remove,
    async markSent(ids, atMs) {
      for (const id of ids) {
        const remembered = inMemory.get(id)
        if (remembered) inMemory.set(id, { ...remembered, state: 'sent', sentAt: atMs })
      }
      try {
        const sent = (await vault.records()).filter(({ id }) => ids.includes(id))
        await vault.write(() =>
          Promise.resolve(
            sent.map(({ seq, id, sealed }) => ({
              drawer: 'outbox',
              replace: { seq, id, state: 'sent', sentAt: atMs, sealed },
            })),
          ),
        )
      } catch {
        // Sent once more later; the server counts it once.
      }
    },
    async forgetSent(askedMs, isTold = () => true) {
      const isOld = ({ sentAt }: OutboxEntry) =>
        // Later than now: the clock was set back since, and would hold it for ever.
        sentAt !== null && (sentAt + behindMs <= askedMs || sentAt > Date.now())
      const entries = (await list()).filter(({ state }) => state === 'sent')
      const told = entries.filter(
        (entry) => isOld(entry) && (entry.command === null || isTold(entry.command)),
      )
      if (told.length > 0) await remove(told.map(({ id }) => id))
    },
    refuse: (id, reason) => setState(id, 'refused', reason),
    retry: (id) => setState(id, 'waiting', null, { confirmed: true }),
  }
}

function isCommand(value: unknown): value is WaitingCommand {
  return typeof value === 'object' && value !== null && 'id' in value && 'typeV' in value
}
