import type { PushService } from '~/features/reminders/subscription/browser-push'
import { refreshSubscription } from '~/features/reminders/subscription/refresh-subscription'
import type { Phone } from '~/offline/phone'

interface SubscribeParts {
  phone: Pick<Phone, 'currentPerson'>
  push: PushService
  fetch: typeof fetch
}

/** The browser has replaced its subscription. A phone that is nobody's is not reminded. */
export async function subscribeAgain({ phone, push, fetch }: SubscribeParts): Promise<void> {
  if ((await phone.currentPerson()) !== null) await refreshSubscription({ push, fetch })
}
