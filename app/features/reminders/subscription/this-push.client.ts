import { endSubscription } from './end-subscription'
import { browserPushService } from './push-service'
import { refreshSubscription, type Refreshed } from './refresh-subscription'

const ask: typeof fetch = (input, init) => fetch(input, init)

async function findRegistration(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return null
  return (await navigator.serviceWorker.getRegistration()) ?? null
}

/** As `refreshSubscription`, for this page. */
export async function refreshThisPhone(): Promise<Refreshed> {
  const registration = await findRegistration()
  if (!registration) return { kind: 'no_push_service' }
  return refreshSubscription({ push: browserPushService(registration), fetch: ask })
}

/** As `endSubscription`, for this page. */
export async function endOnThisPhone(): Promise<void> {
  const registration = await findRegistration()
  if (!registration) return
  const shown = () => registration.getNotifications()
  await endSubscription({ push: browserPushService(registration), fetch: ask, shown })
}
