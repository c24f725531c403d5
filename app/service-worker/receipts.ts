import {
  waitingReceipts,
  worthTelling,
  type WaitingReceipt,
} from '~/features/reminders/notification/waiting-receipts'
import type { Phone } from '~/offline/phone'
import { within } from './within'

interface ReceiptParts {
  phone: Pick<Phone, 'withStore' | 'locks' | 'now'>
  fetch: typeof fetch
  /** Erases everything here when the server says that this phone was ended. */
  askWhetherEnded(): Promise<void>
  /** Asks the browser to wake the worker when there is a network again, where it can. */
  askForSync(): void
}

/** What the worker tells the server of pushes that arrived. Nothing here ever throws. */
export interface Receipts {
  /** A push has arrived just now. What could not be told before goes along. */
  report(receipt: string): Promise<void>
  /** Tells what waits. False when something still does. */
  sendWaiting(): Promise<boolean>
}

type Told = 'heard' | 'unknown' | 'not_heard'

const storeLimitMs = 3_000
const answerLimitMs = 20_000

export function createReceipts(parts: ReceiptParts): Receipts {
  const { phone, askWhetherEnded, askForSync } = parts
  /** A worker that has just started does not know what one before it left. */
  let mayWait = true

  /** @returns what waits afterwards; null when the phone cannot be read just now. */
  const change = (to: (waiting: WaitingReceipt[]) => WaitingReceipt[]) =>
    within(
      null,
      phone.locks.hold('gyeote-receipts', 'exclusive', () =>
        phone.withStore(async (store) => {
          const before = (await store.read(waitingReceipts)) ?? []
          const after = worthTelling(to(before), phone.now().getTime())
          if (after.length > 0) await store.keep(waitingReceipts, after)
          else if (before.length > 0) await store.forget(waitingReceipts)
          return after
        }),
      ),
      storeLimitMs,
    )

  /** The newest first: that is what a person looks for. Stops where nobody answers. */
  async function tell(receipts: readonly WaitingReceipt[]): Promise<boolean> {
    const heard = new Set<string>()
    let unknown = false
    for (const one of [...receipts].reverse()) {
      const told = await post(one, parts)
      if (told === 'not_heard') break
      unknown ||= told === 'unknown'
      heard.add(one.receipt)
    }
    const left = await change((waiting) => waiting.filter(({ receipt }) => !heard.has(receipt)))
    mayWait = left === null || left.length > 0
    if (unknown) await askWhetherEnded()
    return heard.size === receipts.length
  }

  return {
    async report(receipt) {
      const arrived = { receipt, at: phone.now().getTime() }
      // Written down first: a worker may be ended while it waits for an answer.
      const waiting = await change((before) => [...before, arrived])
      if (!(await tell(waiting ?? [arrived]))) askForSync()
    },
    async sendWaiting() {
      if (!mayWait) return true
      const waiting = await change((before) => before)
      return waiting === null ? false : tell(waiting)
    },
  }
}

/** How long ago, not when: a phone whose clock is wrong says that rightly. */
async function post({ receipt, at }: WaitingReceipt, parts: ReceiptParts): Promise<Told> {
  const agoMs = Math.max(0, parts.phone.now().getTime() - at)
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), answerLimitMs)
  try {
    const answer = await parts.fetch('/reminders/receipts', {
      method: 'POST',
      body: JSON.stringify({ receipt, agoMs }),
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      signal: abort.signal,
    })
    if (answer.status === 204) return 'heard'
    const { error } = (await answer.json()) as { error?: unknown }
    if (answer.status === 404 && error === 'unknown_push') return 'unknown'
    return answer.status === 400 && error === 'bad_receipt' ? 'heard' : 'not_heard'
  } catch {
    return 'not_heard'
  } finally {
    clearTimeout(timer)
  }
}
