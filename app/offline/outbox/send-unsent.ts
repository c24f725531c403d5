import type { Phone } from '../phone'
import type { Store } from '../store/store'
import type { Flushed } from './flush'

/**
 * Sends what the phone keeps under unsent shapes: what belongs to a deed and is too large to go with it. Never
 * throws.
 */
export type SendUnsent = (
  phone: Phone,
  store: Store,
  fetch: typeof globalThis.fetch,
) => Promise<Flushed>

interface Sender {
  phone: Phone
  fetch: typeof fetch
  sendUnsent?: SendUnsent
}

/**
 * One sender at a time across tabs and the worker, under a lock of its own: on a slow network a deed must not
 * wait behind a picture. `onTurn` as in `flushOutbox`.
 */
export function sendTheUnsent(
  { phone, fetch, sendUnsent }: Sender,
  onTurn: () => void,
): Promise<Flushed> {
  return phone.locks.hold('gyeote-unsent', 'exclusive', async () => {
    onTurn()
    const store = await phone.openStore()
    if (!sendUnsent || store.personId === null || !(await store.hasUnsent())) return nothing
    return sendUnsent(phone, store, fetch)
  })
}

const nothing: Flushed = { left: 'nothing' }
