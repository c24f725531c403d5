const openLimitMs = 5_000
const destroyLimitMs = 2_000

export class PhoneDatabaseError extends Error {
  override name = 'PhoneDatabaseError'
}

/** One database that is opened on first use, let go when another tab asks, and opened again when needed. */
export interface Connection {
  /** Runs `work` in one transaction and resolves once it is committed. `work` awaits nothing but requests. */
  run<T>(
    stores: string[],
    mode: IDBTransactionMode,
    work: (tx: IDBTransaction) => T | Promise<T>,
  ): Promise<T>
  close(): void
  destroy(): Promise<void>
}

export function createConnection(
  factory: IDBFactory,
  name: string,
  upgrade: (database: IDBDatabase) => void,
  /** Another tab deletes the database. */
  onDelete: () => void = () => undefined,
): Connection {
  let opened: Promise<IDBDatabase> | undefined

  function close() {
    const closing = opened
    opened = undefined
    void closing?.then(
      (database) => database.close(),
      () => undefined,
    )
  }

  function watch(database: IDBDatabase): IDBDatabase {
    // The version never changes, so this can only be a deletion.
    database.onversionchange = () => {
      close()
      onDelete()
    }
    database.onclose = close
    return database
  }

  function open(): Promise<IDBDatabase> {
    opened ??= openDatabase(factory, name, upgrade)
      .then(watch)
      .catch((error: unknown) => {
        opened = undefined
        throw error
      })
    return opened
  }

  async function transaction(stores: string[], mode: IDBTransactionMode) {
    const database = await open()
    try {
      return database.transaction(stores, mode)
    } catch {
      // Closed under our hands by another tab's wipe or by the browser: open anew, once.
      close()
      return (await open()).transaction(stores, mode)
    }
  }

  return {
    async run(stores, mode, work) {
      const tx = await transaction(stores, mode)
      const committed = new Promise<void>((resolve, reject) => {
        const failed = () => reject(tx.error ?? new PhoneDatabaseError('the transaction failed'))
        tx.oncomplete = () => resolve()
        tx.onerror = failed
        tx.onabort = failed
      })
      committed.catch(() => undefined)
      try {
        const result = await work(tx)
        await committed
        return result
      } catch (error) {
        abort(tx)
        throw error
      }
    },
    close,
    async destroy() {
      close()
      try {
        await limited(asPromise(factory.deleteDatabase(name)), destroyLimitMs)
      } catch {
        // Still open somewhere, or storage is broken: what was in it is erased already.
      }
    },
  }
}

/** The result of one request. */
export function asPromise<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new PhoneDatabaseError('the request failed'))
  })
}

function openDatabase(
  factory: IDBFactory,
  name: string,
  upgrade: (database: IDBDatabase) => void,
): Promise<IDBDatabase> {
  const request = factory.open(name, 1)
  request.onupgradeneeded = () => upgrade(request.result)
  return limited(asPromise(request), openLimitMs)
}

function abort(tx: IDBTransaction) {
  try {
    tx.abort()
  } catch {
    // already finished
  }
}

/** Some browsers leave a request unanswered for ever; a page must not wait for it. */
function limited<T>(work: Promise<T>, limitMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new PhoneDatabaseError('no answer in time')), limitMs)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
