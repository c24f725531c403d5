import type { Sealer } from './sealer'
import { StaleKeyError, unsentMark, type Change, type OutboxRecord, type Shelf } from './shelf'

/** A shelf with its sealer: kinds of failure become `false`, `undefined` or an empty list. */
export interface Vault {
  readonly durable: boolean
  get(name: string): Promise<unknown>
  /** One for each name. */
  getAll(names: readonly string[]): Promise<unknown[]>
  /** Room for what is unsent is made as for a deed. */
  put(name: string, value: unknown): Promise<boolean>
  delete(name: string): Promise<void>
  listKept(): Promise<unknown[]>
  listUnsent(): Promise<unknown[]>
  countUnsent(): Promise<number>
  /** Clears everything kept but what is unsent. */
  clearCopies(): Promise<void>
  /** Undefined when it cannot be opened with this key. */
  open(sealed: unknown): Promise<unknown>
  /** @throws when it could not be written; quota is made free from what can be fetched again. */
  write(make: (seal: Sealer['seal']) => Promise<Change[]>): Promise<void>
  /** @throws when the drawer cannot be read. */
  records(): Promise<OutboxRecord[]>
  /** `tellOthers` is called once nothing can be read any more. */
  wipe(tellOthers: () => void): Promise<void>
  /** Forgets the key in memory; the next use reads it anew. */
  letGo(): void
  /** Nothing is written any more: what this was is erased, and must not come back by a late write. */
  revoke(): void
}

export function createVault(shelf: Shelf, openSealer: () => Promise<Sealer>): Vault {
  let opening: Promise<Sealer> | undefined
  let revoked = false

  function sealer(): Promise<Sealer> {
    if (revoked) return Promise.reject(new RevokedError())
    opening ??= openSealer().catch((error: unknown) => {
      opening = undefined
      throw error
    })
    return opening
  }

  const letGo = () => {
    opening = undefined
  }

  function revoke() {
    revoked = true
    letGo()
  }

  async function write(make: (sealer: Sealer) => Promise<Change[]>): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const current = await sealer()
      try {
        return await shelf.change(await make(current), current.keyId || undefined)
      } catch (error) {
        if (!(error instanceof StaleKeyError) || attempt === 3) throw error
        letGo()
      }
    }
  }

  async function writeMakingRoom(make: (sealer: Sealer) => Promise<Change[]>): Promise<void> {
    try {
      await write(make)
    } catch (error) {
      if (!isFull(error)) throw error
      await shelf.change([{ drawer: 'kept', clearCopies: true }])
      await write(make)
    }
  }

  async function open(sealed: unknown): Promise<unknown> {
    try {
      return await (await sealer()).open(sealed)
    } catch {
      return undefined
    }
  }

  return {
    durable: shelf.durable,
    open,
    letGo,
    revoke,
    get: (name) =>
      quietly(undefined, async () => {
        const sealed = await shelf.get('kept', await placeOf(name, await sealer()))
        return sealed === undefined ? undefined : open(sealed)
      }),
    getAll: (names) =>
      quietly(
        names.map(() => undefined),
        async () => {
          const current = await sealer()
          const places = await Promise.all(names.map((name) => placeOf(name, current)))
          const lying = await shelf.getAll('kept', places)
          return Promise.all(lying.map((one) => (one === undefined ? undefined : open(one))))
        },
      ),
    put: (name, value) =>
      quietly(false, async () => {
        const writeIt = isUnsent(name) ? writeMakingRoom : write
        await writeIt(async (current) => [
          { drawer: 'kept', put: await current.seal(value), at: await placeOf(name, current) },
        ])
        return true
      }),
    delete: (name) =>
      quietly(undefined, async () =>
        shelf.change([{ drawer: 'kept', delete: await placeOf(name, await sealer()) }]),
      ),
    listKept: () =>
      quietly([], async () => Promise.all((await shelf.all('kept')).map((sealed) => open(sealed)))),
    listUnsent: () =>
      quietly([], async () => Promise.all((await shelf.allUnsent()).map((sealed) => open(sealed)))),
    countUnsent: () => quietly(0, () => shelf.countUnsent()),
    clearCopies: () =>
      quietly(undefined, () => shelf.change([{ drawer: 'kept', clearCopies: true }])),
    write: (make) => writeMakingRoom(({ seal }) => make(seal)),
    records: async () => (await shelf.all('outbox')) as OutboxRecord[],
    async wipe(tellOthers) {
      revoke()
      await quietly(undefined, () => shelf.change([{ drawer: 'key', clear: true }]))
      tellOthers()
      await quietly(undefined, () =>
        shelf.change([
          { drawer: 'kept', clear: true },
          { drawer: 'outbox', clear: true },
        ]),
      )
      await shelf.destroy()
    },
  }
}

const isUnsent = (name: string) => name.startsWith(unsentMark)

/** Where it lies: what is unsent has to be told from copies without opening it. */
const placeOf = async (name: string, { hide }: Sealer) =>
  `${isUnsent(name) ? unsentMark : ''}${await hide(name)}`

class RevokedError extends Error {
  override name = 'RevokedError'
}

function isFull(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'name' in error &&
    error.name === 'QuotaExceededError'
  )
}

async function quietly<T>(otherwise: T, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch {
    return otherwise
  }
}
