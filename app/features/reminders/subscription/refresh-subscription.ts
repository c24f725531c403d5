import type { PushService, Subscribed } from './browser-push'

/** What became of asking that this phone be reminded. */
export type Refreshed =
  /** The server knows this phone. */
  | { kind: 'known'; endpointHash: string }
  /** The person has not allowed notifications, or the browser has none: nothing was asked of anybody. */
  | { kind: 'not_allowed' }
  /** The browser's own push service gave nothing. */
  | { kind: 'no_push_service' }
  | { kind: 'not_signed_in' }
  /** The server does not deliver through this browser's push service. */
  | { kind: 'refused' }
  | { kind: 'no_network' }

interface RefreshParts {
  push: PushService
  fetch: typeof fetch
  /** Some browsers never answer. */
  limitMs?: number
}

const usualLimitMs = 20_000

/**
 * Sees to it that the server can reach this phone, as far as the person allowed notifications: called at each
 * start, since browsers replace subscriptions without a word. One made for another key of the server is made
 * anew. Never asks the person anything.
 */
export async function refreshSubscription(parts: RefreshParts): Promise<Refreshed> {
  const { push, fetch: ask, limitMs = usualLimitMs } = parts
  if (push.permission() !== 'granted') return { kind: 'not_allowed' }
  const key = await readKey(ask)
  if (!key) return { kind: 'no_network' }
  const subscribed = await within(limitMs, subscribe(push, ask, key))
  if (!subscribed) return { kind: 'no_push_service' }
  const told = await tellServer(ask, subscribed)
  if (told !== 'gone') return told
  // Its push service has dropped this one, and the browser does not know.
  const another = await within(limitMs, subscribeAnew(push, subscribed, key))
  if (!another) return { kind: 'no_push_service' }
  const toldAgain = await tellServer(ask, another)
  return toldAgain === 'gone' ? { kind: 'no_push_service' } : toldAgain
}

async function subscribeAnew(
  push: PushService,
  gone: Subscribed,
  key: Uint8Array<ArrayBuffer>,
): Promise<Subscribed> {
  await gone.unsubscribe()
  return push.subscribe(key)
}

async function readKey(ask: typeof fetch): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const headers = { Accept: 'application/json' }
    const answer = await ask('/reminders/key', { headers, redirect: 'error', cache: 'no-store' })
    const { publicKey } = (await answer.json()) as { publicKey?: unknown }
    return answer.ok && typeof publicKey === 'string' ? fromBase64Url(publicKey) : null
  } catch {
    return null
  }
}

async function subscribe(
  push: PushService,
  ask: typeof fetch,
  key: Uint8Array<ArrayBuffer>,
): Promise<Subscribed> {
  const current = await push.current()
  if (current?.serverKey && isSame(current.serverKey, key)) return current
  if (current) {
    await current.unsubscribe()
    await forgetDevice(ask, current.endpoint)
  }
  return push.subscribe(key)
}

async function tellServer(ask: typeof fetch, subscribed: Subscribed): Promise<Refreshed | 'gone'> {
  const { endpoint, keys } = subscribed
  const answer = await send(ask, 'POST', { endpoint, keys })
  if (answer?.ok) return { kind: 'known', endpointHash: await hashOf(endpoint) }
  if (answer?.status === 409) return 'gone'
  if (answer?.status === 401) return { kind: 'not_signed_in' }
  const isRefusal = answer?.status === 400 || answer?.status === 422
  return { kind: isRefusal ? 'refused' : 'no_network' }
}

/** The server sends nothing to this address any more. */
export const forgetDevice = (ask: typeof fetch, endpoint: string) =>
  send(ask, 'DELETE', { endpoint })

async function send(ask: typeof fetch, method: string, body: object): Promise<Response | null> {
  try {
    return await ask('/reminders/devices', {
      method,
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      redirect: 'error',
      cache: 'no-store',
    })
  } catch {
    return null
  }
}

/** By which the server's list says which of its phones is this one. */
export async function hashOf(endpoint: string): Promise<string> {
  const bytes = new TextEncoder().encode(endpoint)
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

const isSame = (one: Uint8Array, other: Uint8Array) =>
  one.length === other.length && one.every((byte, at) => byte === other[at])

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
}

const toBase64Url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')

export function within<T>(limitMs: number, work: Promise<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), limitMs)
    const settle = (value: T | null) => {
      clearTimeout(timer)
      resolve(value)
    }
    work.then(settle, () => settle(null))
  })
}
