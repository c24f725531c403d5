import { createOutboxDrawer, type OutboxDrawer } from './outbox-drawer'
import { readKept, type KeptShape } from './kept-shape'
import type { Sealer } from './sealer'
import { unsentMark, type Shelf } from './shelf'
import { createVault } from './vault'

/** What one person's phone keeps. Nothing here ever throws: a phone that cannot keep, forgets. */
export interface Store {
  /** Null for whoever uses the phone before there is an account. */
  readonly personId: string | null
  /** False when everything lives in this page only. */
  readonly durable: boolean
  /** `id` tells several things of one shape apart, a card's id for example. */
  read<T>(shape: KeptShape<T>, id?: string): Promise<T | null>
  /** Several of one shape by their ids, in one look; null where there is none. */
  readAll<T>(shape: KeptShape<T>, ids: readonly string[]): Promise<(T | null)[]>
  /** True when it lies on the phone now. */
  keep<T>(shape: KeptShape<T>, value: T, id?: string): Promise<boolean>
  forget<T>(shape: KeptShape<T>, id?: string): Promise<void>
  /** Everything of an unsent shape, with the ids it was kept under. */
  listUnsent<T>(shape: KeptShape<T>): Promise<{ id: string; value: T }[]>
  hasUnsent(): Promise<boolean>
  readonly outbox: OutboxDrawer
  /** Everything kept, as it is kept; for moving it into another person's store. */
  listKept(): Promise<KeptEntry[]>
  /** Adds what `listKept` of another store gave, unless there is something of that name. */
  adopt(entry: KeptEntry): Promise<boolean>
  /** Forgets the copies of what the server has; what is unsent stays. */
  forgetCopies(): Promise<void>
  /** Erases the key first, tells the other tabs, then erases everything, then the database. */
  wipe(tellOthers: () => void): Promise<void>
  /** Lets go of the database and of the key in memory; the next use opens both again. */
  close(): void
  /** It was wiped by another tab: from now on it keeps nothing. Open the present store anew. */
  revoke(): void
}

export interface KeptEntry {
  name: string
  v: number
  value: unknown
}

export function createStore(
  personId: string | null,
  shelf: Shelf,
  openSealer: () => Promise<Sealer>,
): Store {
  const vault = createVault(shelf, openSealer)
  const inMemory = new Map<string, KeptEntry>()

  async function write(entry: KeptEntry): Promise<boolean> {
    const written = await vault.put(entry.name, entry)
    if (written) inMemory.delete(entry.name)
    else inMemory.set(entry.name, entry)
    return written && shelf.durable
  }

  async function find(name: string): Promise<KeptEntry | undefined> {
    return inMemory.get(name) ?? asEntry(await vault.get(name))
  }

  return {
    personId,
    durable: shelf.durable,
    async read(shape, id) {
      const entry = await find(nameOf(shape, id))
      return entry ? readKept(shape, entry) : null
    },
    async readAll(shape, ids) {
      const names = ids.map((id) => nameOf(shape, id))
      const lying = await vault.getAll(names)
      return names.map((name, at) => {
        const entry = inMemory.get(name) ?? asEntry(lying[at])
        return entry ? readKept(shape, entry) : null
      })
    },
    keep: (shape, value, id) => write({ name: nameOf(shape, id), v: shape.v, value }),
    async forget(shape, id) {
      inMemory.delete(nameOf(shape, id))
      await vault.delete(nameOf(shape, id))
    },
    async listUnsent(shape) {
      const beginning = nameOf(shape, '')
      const durable = (await vault.listUnsent()).map(asEntry).filter((entry) => entry !== undefined)
      return [...durable, ...inMemory.values()].flatMap((entry) => {
        const value = entry.name.startsWith(beginning) ? readKept(shape, entry) : null
        return value === null ? [] : [{ id: entry.name.slice(beginning.length), value }]
      })
    },
    async hasUnsent() {
      return [...inMemory.keys()].some(isUnsent) || (await vault.countUnsent()) > 0
    },
    outbox: createOutboxDrawer(vault),
    async listKept() {
      const entries = (await vault.listKept()).map(asEntry).filter((entry) => entry !== undefined)
      return [...entries, ...inMemory.values()]
    },
    async adopt(entry) {
      return (await find(entry.name)) ? true : write(entry)
    },
    async forgetCopies() {
      for (const name of inMemory.keys()) if (!isUnsent(name)) inMemory.delete(name)
      await vault.clearCopies()
    },
    wipe: (tellOthers) => {
      inMemory.clear()
      return vault.wipe(tellOthers)
    },
    close() {
      vault.letGo()
      shelf.close()
    },
    revoke() {
      inMemory.clear()
      vault.revoke()
      shelf.close()
    },
  }
}

function nameOf({ name, unsent }: Pick<KeptShape<never>, 'name' | 'unsent'>, id?: string): string {
  const marked = unsent ? `${unsentMark}${name}` : name
  return id === undefined ? marked : `${marked}/${id}`
}

const isUnsent = (name: string) => name.startsWith(unsentMark)

function asEntry(value: unknown): KeptEntry | undefined {
  return typeof value === 'object' && value !== null && 'name' in value && 'v' in value
    ? (value as KeptEntry)
    : undefined
}
