import { endSubscription } from './end-subscription'
import { browserPushService } from './browser-push'
import { refreshSubscription, within, type Refreshed } from './refresh-subscription'

const ask: typeof fetch = (input, init) => fetch(input, init)
/** A first visit registers its worker once the page has loaded. */
const workerLimitMs = 15_000

let refreshing: Promise<Refreshed> | undefined

/** As `refreshSubscription`, for this page; whoever asks meanwhile gets the same answer. */
export function refreshThisPhone(): Promise<Refreshed> {
  refreshing ??= refresh().finally(() => {
    refreshing = undefined
  })
  return refreshing
}

async function refresh(): Promise<Refreshed> {
  const worker = 'serviceWorker' in navigator ? navigator.serviceWorker : null
  const registration = worker && (await within(workerLimitMs, worker.ready))
  if (!registration) return { kind: 'no_push_service' }
  return refreshSubscription({ push: browserPushService(registration), fetch: ask })
}

/** As `endSubscription`, for this page. */
export async function endOnThisPhone(): Promise<void> {
  const worker = 'serviceWorker' in navigator ? navigator.serviceWorker : null
  const registration = await worker?.getRegistration()
  if (!registration) return
  const shown = () => registration.getNotifications()
  await endSubscription({ push: browserPushService(registration), fetch: ask, shown })
}
