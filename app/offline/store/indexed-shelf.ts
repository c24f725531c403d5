import { asPromise, createConnection } from './connection'
import { keyAt, keyIdOf, StaleKeyError, unsentMark, type Change, type Shelf } from './shelf'

/** A person's database: version 1 and these object stores for ever. */
export function createIndexedShelf(
  factory: IDBFactory,
  name: string,
  onDelete: () => void = () => undefined,
): Shelf {
  const connection = createConnection(factory, name, makeDrawers, onDelete)
  return {
    durable: true,
    get: (drawer, at) =>
      connection.run<unknown>([drawer], 'readonly', (tx) =>
        asPromise<unknown>(tx.objectStore(drawer).get(at)),
      ),
    getAll: (drawer, at) =>
      connection.run([drawer], 'readonly', (tx) =>
        Promise.all(at.map((one) => asPromise<unknown>(tx.objectStore(drawer).get(one)))),
      ),
    all: (drawer) =>
      connection.run([drawer], 'readonly', (tx) =>
        asPromise<unknown[]>(tx.objectStore(drawer).getAll()),
      ),
    allUnsent: () =>
      connection.run(['kept'], 'readonly', async (tx) => {
        const store = tx.objectStore('kept')
        const keys = (await asPromise(store.getAllKeys())).filter(isUnsent)
        return Promise.all(keys.map((key) => asPromise<unknown>(store.get(key))))
      }),
    countUnsent: () =>
      connection.run(['kept'], 'readonly', async (tx) => {
        const keys = await asPromise(tx.objectStore('kept').getAllKeys())
        return keys.filter(isUnsent).length
      }),
    change: (changes, underKey) => {
      const drawers = [...new Set([...changes.map((change) => change.drawer), 'key'])]
      return connection.run(drawers, 'readwrite', async (tx) => {
        const applyAll = async () => {
          for (const change of changes) await apply(tx, change)
        }
        // Asked for first and looked at last, in one wait: what was changed under a stale key is undone as a whole.
        const [key] = await Promise.all([
          underKey === undefined ? undefined : asPromise<unknown>(tx.objectStore('key').get(keyAt)),
          applyAll(),
        ])
        if (underKey !== undefined && keyIdOf(key) !== underKey) throw new StaleKeyError()
      })
    },
    close: connection.close,
    destroy: connection.destroy,
  }
}

const isUnsent = (key: IDBValidKey) => typeof key === 'string' && key.startsWith(unsentMark)

function makeDrawers(database: IDBDatabase) {
  database.createObjectStore('key')
  database.createObjectStore('kept')
  const outbox = database.createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true })
  outbox.createIndex('id', 'id', { unique: true })
}

async function apply(tx: IDBTransaction, change: Change): Promise<void> {
  const store = tx.objectStore(change.drawer)
  if ('clear' in change) await asPromise(store.clear())
  else if ('clearCopies' in change) {
    const keys = await asPromise(store.getAllKeys())
    for (const key of keys) if (!isUnsent(key)) await asPromise(store.delete(key))
  } else if ('put' in change) await asPromise(store.put(change.put, change.at))
  else if ('replace' in change) {
    if ((await asPromise(store.getKey(change.replace.seq))) !== undefined)
      await asPromise(store.put(change.replace))
  } else if ('delete' in change) await asPromise(store.delete(change.delete))
  else if (change.drawer === 'key') {
    if ((await asPromise(store.getKey(change.at))) === undefined)
      await asPromise(store.put(change.addOnce, change.at))
  } else if ((await asPromise(store.index('id').getKey(change.addOnce.id))) === undefined)
    await asPromise(store.add(change.addOnce))
}
