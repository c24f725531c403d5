import { createOutbox, type Outbox } from './outbox/outbox'
import type { SendUnsent } from './outbox/send-unsent'
import { thisPhone } from './this-phone'

let outbox: Outbox | undefined
let sendUnsent: SendUnsent = () => Promise.resolve({ left: 'nothing' })
let whenEnded: () => Promise<unknown> = () => Promise.resolve()

/** Said once at the start, by whoever knows the features: this room knows none. */
export function sendWhatIsUnsent(send: SendUnsent): void {
  sendUnsent = send
}

/** Said once at the start: what ends on this phone beside what `app/offline` keeps. */
export function endWithPhone(end: () => Promise<unknown>): void {
  whenEnded = end
}

/** The outbox of this page. Made on first use: a server may import, but not call this. */
export function thisOutbox(): Outbox {
  return (outbox ??= createOutbox({
    phone: thisPhone(),
    fetch: (input, init) => fetch(input, init),
    build: buildOfPage(),
    whenEnded: () => whenEnded(),
    sendUnsent: (...given) => sendUnsent(...given),
    askForSync: () => void askForSync(),
  }))
}

interface SyncRegistration {
  sync?: { register(tag: string): Promise<void> }
}

/** Background Sync sends even when the app is closed. Safari and Firefox have none. */
async function askForSync() {
  try {
    const registration = (await navigator.serviceWorker.ready) as SyncRegistration
    await registration.sync?.register('outbox')
  } catch {
    // Then the next start sends.
  }
}

function buildOfPage(): string {
  const page = globalThis as { __remixManifest?: { version?: string } }
  return page.__remixManifest?.version ?? 'unknown'
}
