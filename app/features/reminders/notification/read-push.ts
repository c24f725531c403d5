import { pushMessageSchema, type PushMessage } from '../push-message'

type Notification = PushMessage['notification']

/** What lies beside a notification until it is tapped. */
export type Beside = Notification['data'] & {
  /** Where a tap leads, within this origin. */
  path: string
}

export interface Push extends Omit<Notification, 'data'> {
  about: Beside
}

/** What a `push` event brings: its body, or, of a declarative push, the notification that the browser made of it. */
interface Arrived {
  readonly data: { text(): string } | null
  readonly notification?: Proposed | null
}
type Proposed = Partial<Record<keyof Notification, unknown>>

/**
 * The body of a push, put together again where the browser has read it already.
 * @param origin without a slash at its end
 */
export function bodyOfPush({ data, notification }: Arrived, origin: string): string | null {
  if (data) return data.text()
  if (!notification) return null
  const { title, body, tag, silent, requireInteraction, actions, data: beside } = notification
  const navigate = notification.navigate || `${origin}/`
  const buttons = Array.isArray(actions) ? (actions as object[]) : []
  return JSON.stringify({
    web_push: 8030,
    notification: {
      ...{ title, body, tag, lang: 'ko-KR', dir: 'ltr', navigate, data: beside },
      silent: silent === true,
      requireInteraction: requireInteraction === true,
      actions: buttons.map((one) => ({ navigate, ...one })),
    },
  })
}

/** The body of a push; null when it is not one of ours. */
export function readPush(body: string | null): Push | null {
  const read = pushMessageSchema.safeParse(parse(body))
  if (!read.success) return null
  const { data, ...notification } = read.data.notification
  const path = pathWithin(notification.navigate)
  return path === null ? null : { ...notification, about: { ...data, path } }
}

/** What `showNotification` was given as `data` by some build of the worker. */
export function readBeside(value: unknown): Beside | null {
  const read = pushMessageSchema.shape.notification.shape.data.safeParse(value)
  if (!read.success || typeof value !== 'object' || value === null) return null
  const { path } = value as { path?: unknown }
  return typeof path === 'string' && isPath(path) ? { ...read.data, path } : null
}

/** Whatever address the server calls its own: a tap stays within this origin. */
function pathWithin(navigate: string): string | null {
  try {
    const { pathname, search, hash } = new URL(navigate)
    return isPath(pathname) ? `${pathname}${search}${hash}` : null
  } catch {
    return null
  }
}

/** Of this origin and nothing else: two slashes would begin another host. */
const isPath = (path: string) => /^\/(?![\\/])/.test(path)

function parse(body: string | null): unknown {
  try {
    return body === null ? null : (JSON.parse(body) as unknown)
  } catch {
    return null
  }
}
