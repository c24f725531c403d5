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

/**
 * The body of a push; null when it is not one of ours.
 * @param origin where `navigate` must lead
 */
export function readPush(body: string | null, origin: string): Push | null {
  const read = pushMessageSchema.safeParse(parse(body))
  if (!read.success) return null
  const { data, ...notification } = read.data.notification
  const path = pathWithin(notification.navigate, origin)
  return path === null ? null : { ...notification, about: { ...data, path } }
}

/** What `showNotification` was given as `data` by some build of the worker. */
export function readBeside(value: unknown): Beside | null {
  const read = pushMessageSchema.shape.notification.shape.data.safeParse(value)
  if (!read.success || typeof value !== 'object' || value === null) return null
  const { path } = value as { path?: unknown }
  return typeof path === 'string' && /^\/(?!\/)/.test(path) ? { ...read.data, path } : null
}

function pathWithin(navigate: string, origin: string): string | null {
  try {
    const url = new URL(navigate, origin)
    return url.origin === origin ? `${url.pathname}${url.search}${url.hash}` : null
  } catch {
    return null
  }
}

function parse(body: string | null): unknown {
  try {
    return body === null ? null : (JSON.parse(body) as unknown)
  } catch {
    return null
  }
}
