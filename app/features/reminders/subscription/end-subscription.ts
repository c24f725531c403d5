import type { PushService } from './browser-push'
import { forgetDevice, within } from './refresh-subscription'

interface EndParts {
  push: PushService
  fetch: typeof fetch
  /** What this phone shows at the moment. */
  shown(): Promise<readonly { close(): void }[]>
  limitMs?: number
}

const usualLimitMs = 3_000

/**
 * Whoever leaves this phone is not reminded on it any more: what is shown goes, the subscription ends, and the
 * server is told while the session still holds. Without a network the browser's own push service refuses
 * whatever the server sends. Never throws and never takes long: leaving must not wait for it.
 */
export async function endSubscription(parts: EndParts): Promise<void> {
  await within(parts.limitMs ?? usualLimitMs, end(parts))
}

async function end({ push, fetch: ask, shown }: EndParts): Promise<void> {
  for (const notification of await shown()) notification.close()
  const current = await push.current()
  if (!current) return
  await Promise.all([current.unsubscribe(), forgetDevice(ask, current.endpoint)])
}
