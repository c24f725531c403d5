import { isoDate, epochDay, type EpochDay } from '~/features/medication/schedule/care-date'
import type { SlotId } from '~/features/medication/schedule/facts'

/** What a notification of ours is about; it lies beside the notification until that is tapped. */
export type About = {
  /** Whose reminder it is. */
  personId: string
  /** Where a tap leads, within this origin. */
  path: string
} & ({ kind: 'dose'; day: EpochDay; slotId: SlotId } | { kind: 'card' | 'test' })

export interface Push {
  title: string
  body: string
  /** A repeat carries the same one and takes the place of what it repeats. */
  tag: string
  silent: boolean
  staysUntilTapped: boolean
  buttons: { action: string; title: string }[]
  about: About
  /** Proves to the server that this push arrived. */
  receipt: string
}

type Fields = Record<string, unknown>

/**
 * The body of a push: JSON of the Declarative Web Push shape (webkit.org/blog/16535) with `data` of our own.
 * Null for anything else. Read by hand: a schema that refuses what a newer server adds would silence it.
 * @param origin where `navigate` must lead
 */
export function readPush(body: string | null, origin: string): Push | null {
  const notification = asFields(asFields(parse(body))?.notification)
  const data = asFields(notification?.data)
  if (!notification || !data) return null
  const { title, tag } = notification
  const { receipt } = data
  const about = readAbout({ ...data, path: pathWithin(notification.navigate, origin) })
  if (typeof title !== 'string' || title === '' || typeof tag !== 'string' || !about) return null
  return {
    title,
    body: typeof notification.body === 'string' ? notification.body : '',
    tag,
    silent: notification.silent === true,
    staysUntilTapped: notification.requireInteraction === true,
    buttons: readButtons(notification.actions),
    about,
    receipt: typeof receipt === 'string' ? receipt : '',
  }
}

/** What lies beside a notification, or in the `data` of a push. */
export function readAbout(value: unknown): About | null {
  const { personId, path, kind, day, slot, slotId = slot } = asFields(value) ?? {}
  if (typeof personId !== 'string' || typeof path !== 'string') return null
  if (kind === 'card' || kind === 'test') return { personId, path, kind }
  if (kind !== 'dose' || typeof slotId !== 'string') return null
  const epoch = typeof day === 'string' ? epochDay(day) : day
  if (typeof epoch !== 'number' || !isDay(epoch)) return null
  return { personId, path, kind, day: epoch, slotId: slotId as SlotId }
}

const isDay = (day: number) => Number.isInteger(day) && /^\d{4}-/.test(isoDate(day))

function pathWithin(navigate: unknown, origin: string): string | null {
  if (typeof navigate !== 'string') return null
  try {
    const url = new URL(navigate, origin)
    return url.origin === origin ? `${url.pathname}${url.search}${url.hash}` : null
  } catch {
    return null
  }
}

function readButtons(actions: unknown): Push['buttons'] {
  return (Array.isArray(actions) ? actions : []).flatMap((one: unknown) => {
    const { action, title } = asFields(one) ?? {}
    return typeof action === 'string' && typeof title === 'string' ? [{ action, title }] : []
  })
}

function parse(body: string | null): unknown {
  try {
    return body === null ? null : (JSON.parse(body) as unknown)
  } catch {
    return null
  }
}

const asFields = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null ? (value as Fields) : null
