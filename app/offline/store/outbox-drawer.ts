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
  payload: unknown
  /** Commands of the same thing must keep their order. */
  aggregate: string
}

export interface OutboxEntry {
  seq: number
  id: string
  state: 'waiting' | 'refused'
  /** Of a refusal. `unreadable`: the phone's key is gone and the deed cannot be read any more. */
  reason: string | null
  /** Null when unreadable. */
  command: WaitingCommand | null
  durable: boolean
}

/** The outbox of one person on this phone. Only `remove` makes an entry disappear. */
export interface OutboxDrawer {
  /** Adds at the end, once for an id. False when it lives in this page's memory only. */
  add(command: WaitingCommand): Promise<boolean>
  /** Takes over an entry of another store. False when that could not be made durable. */
  adopt(entry: OutboxEntry, person: string | null): Promise<boolean>
  /** In the order of adding. What cannot be read just now is missing here. */
  list(): Promise<OutboxEntry[]>
  /** @throws when the phone cannot be read just now. For whoever would delete what is not listed. */
  listOrThrow(): Promise<OutboxEntry[]>
  remove(ids: string[]): Promise<void>
  refuse(id: string, reason: string): Promise<void>
  /** A refused entry waits again. */
  retry(id: string): Promise<void>
}

export function createOutboxDrawer(vault: Vault): OutboxDrawer {
  const inMemory = new Map<string, OutboxEntry>()
  const opened = new Map<string, WaitingCommand>()

  async function openEntry(record: OutboxRecord): Promise<OutboxEntry> {
    const { seq, id, state, reason = null } = record
    const command = opened.get(id) ?? (await vault.open(record.sealed))
    if (!isCommand(command))
      return { seq, id, state: 'refused', reason: 'unreadable', command: null, durable: true }
    opened.set(id, command)
    return { seq, id, state, reason, command, durable: vault.durable }
  }

  async function listOrThrow(): Promise<OutboxEntry[]> {
    const durable = await Promise.all((await vault.records()).map(openEntry))
    durable.sort((a, b) => a.seq - b.seq)
    const last = durable.at(-1)?.seq ?? 0
    const remembered = [...inMemory.values()].map((entry, at) => ({ ...entry, seq: last + 1 + at }))
    return [...durable, ...remembered]
  }

  const write = (entry: Omit<OutboxEntry, 'seq' | 'durable'>) =>
    vault.write(async (seal) => [
      {
        drawer: 'outbox',
        addOnce: {
          id: entry.id,
          state: entry.state,
          ...(entry.reason === null ? {} : { reason: entry.reason }),
          sealed: await seal(entry.command),
        },
      },
    ])

  async function setState(id: string, state: OutboxEntry['state'], reason: string | null) {
    const remembered = inMemory.get(id)
    if (remembered) inMemory.set(id, { ...remembered, state, reason })
    try {
      const record = (await vault.records()).find((one) => one.id === id)
      if (!record) return
      const { seq, sealed } = record
      const changed = { seq, id, state, sealed, ...(reason === null ? {} : { reason }) }
      await vault.write(() => Promise.resolve([{ drawer: 'outbox', replace: changed }]))
    } catch {
      // The entry stays as it is: it will be sent, and refused, again.
    }
  }

  return {
    async add(command) {
      const entry = { id: command.id, state: 'waiting' as const, reason: null, command }
      try {
        await write(entry)
        return vault.durable
      } catch {
        inMemory.set(command.id, { ...entry, seq: Number.MAX_SAFE_INTEGER, durable: false })
        return false
      }
    },
    async adopt(entry, person) {
      const command = entry.command && { ...entry.command, person }
      try {
        await write({ ...entry, command })
        return true
      } catch {
        return false
      }
    },
    listOrThrow,
    list: () => listOrThrow().catch(() => [...inMemory.values()]),
    async remove(ids) {
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
        // Sent once more later; the server counts it once.
      }
    },
    refuse: (id, reason) => setState(id, 'refused', reason),
    retry: (id) => setState(id, 'waiting', null),
  }
}

function isCommand(value: unknown): value is WaitingCommand {
  return typeof value === 'object' && value !== null && 'id' in value && 'typeV' in value
}
