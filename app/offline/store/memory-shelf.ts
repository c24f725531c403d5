import {
  keyAt,
  keyIdOf,
  StaleKeyError,
  unsentMark,
  type Change,
  type Drawer,
  type OutboxRecord,
  type Shelf,
} from './shelf'

/** For a phone that keeps nothing (private windows, a broken disk): lives as long as the page. */
export function createMemoryShelf(): Shelf {
  const named = { key: new Map<string, unknown>(), kept: new Map<string, unknown>() }
  const outbox = new Map<number, OutboxRecord>()
  let lastSeq = 0

  const isUnsent = (at: string) => at.startsWith(unsentMark)
  const unsent = () => [...named.kept].filter(([at]) => isUnsent(at)).map(([, value]) => value)

  function apply(change: Change) {
    if ('clear' in change) {
      if (change.drawer === 'outbox') outbox.clear()
      else named[change.drawer].clear()
    } else if ('clearCopies' in change) {
      for (const at of named.kept.keys()) if (!isUnsent(at)) named.kept.delete(at)
    } else if ('put' in change) named.kept.set(change.at, change.put)
    else if ('replace' in change) {
      if (outbox.has(change.replace.seq)) outbox.set(change.replace.seq, change.replace)
    } else if (change.drawer === 'key') {
      if (!named.key.has(change.at)) named.key.set(change.at, change.addOnce)
    } else if ('addOnce' in change) {
      if ([...outbox.values()].some((entry) => entry.id === change.addOnce.id)) return
      lastSeq += 1
      outbox.set(lastSeq, { ...change.addOnce, seq: lastSeq })
    } else if (change.drawer === 'outbox') outbox.delete(change.delete)
    else named.kept.delete(change.delete)
  }

  return {
    durable: false,
    get: (drawer, at) => Promise.resolve(named[drawer].get(at)),
    getAll: (drawer, at) => Promise.resolve(at.map((one) => named[drawer].get(one))),
    all: (drawer: Drawer) =>
      Promise.resolve([...(drawer === 'outbox' ? outbox : named[drawer]).values()]),
    allUnsent: () => Promise.resolve(unsent()),
    countUnsent: () => Promise.resolve(unsent().length),
    change: (changes, underKey) => {
      if (underKey !== undefined && keyIdOf(named.key.get(keyAt)) !== underKey)
        return Promise.reject(new StaleKeyError())
      changes.forEach(apply)
      return Promise.resolve()
    },
    close: () => undefined,
    destroy: () => {
      named.key.clear()
      named.kept.clear()
      outbox.clear()
      return Promise.resolve()
    },
  }
}
