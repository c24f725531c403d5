import { createLocalLocks, webLocks } from './locks'
import { createPhone, type Phone } from './phone'

let phone: Phone | undefined

/** The phone this page or worker runs on. Made on first use: a server may import, but not call this. */
export function thisPhone(): Phone {
  return (phone ??= createPhone({
    indexedDB: readIndexedDB(),
    subtle: globalThis.crypto?.subtle ?? null,
    locks: navigator.locks ? webLocks(navigator.locks) : createLocalLocks(),
    makeChannel:
      typeof BroadcastChannel === 'undefined' ? null : () => new BroadcastChannel('gyeote'),
    now: Date.now,
  }))
}

/** The present, corrected when the phone's clock is more than 5 minutes wrong. Pages use it for "today". */
export function phoneNow(): Date {
  return typeof indexedDB === 'undefined' ? new Date() : thisPhone().now()
}

function readIndexedDB(): IDBFactory | null {
  try {
    return globalThis.indexedDB ?? null
  } catch {
    return null // some browsers throw where storage is switched off
  }
}
