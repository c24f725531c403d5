import { doseAnchor } from '~/features/medication/dose-card/dose-anchor'
import type { Instant } from '~/features/medication/schedule/care-date'
import type { Facts } from '~/features/medication/schedule/facts'
import type { Moment } from '~/features/medication/schedule/moment'
import { occasionsOf } from '../planning/occasions'
import type { ReminderSettings } from '../settings/settings-schema'

/** Doses that an open page reminds of. */
export interface Ring {
  /** Another one for each repeat. */
  key: string
  title: string
  /** Leads to exactly these doses. */
  path: string
  /** When this repeat was due. */
  at: Instant
}

export interface Ringing {
  /** The newest that waits for an answer, if any. */
  ring: Ring | null
  /** When there is another one; null where none is in sight. */
  nextAt: Instant | null
}

/** What an open page reminds of now, by the same times as the pushes. */
export function ringAt(facts: Facts, settings: ReminderSettings, now: Moment): Ringing {
  const doses = { cardDays: [], testAt: null, phones: [], sends: [] }
  const nobody = { personId: '', ...doses, ladder: null, calls: [], familyAlerts: [] }
  const reminded = { facts, settings: { ...settings, cardAt: null }, consent: true, ...nobody }
  let [ring, nextAt]: [Ring | null, Instant | null] = [null, null]
  for (const { about, key, title, times } of occasionsOf(reminded, now)) {
    if (about.kind !== 'dose') continue
    const reached = times.filter((time) => time <= now.instant)
    const next = times[reached.length]
    if (next !== undefined) nextAt = Math.min(nextAt ?? Infinity, next)
    const at = reached.at(-1)
    if (at === undefined || (ring && ring.at > at)) continue
    const path = `/medication#${doseAnchor(about.day, about.slot)}`
    ring = { key: `${key}|${at}`, title, path, at }
  }
  return { ring, nextAt }
}

/** Where the phone's own notification may still come: the page leaves it so much time to make the sound. */
const pushMayTakeMs = 75_000
/** Somebody who opens the page so long after the time has seen it without a sound. */
const soundForMs = 3 * 60_000

/**
 * When the page makes a sound for a ring; null when it makes none, since the phone's notification did.
 * @param pushedAt when the last push arrived here; null when none did
 * @param openedAt when this page was opened
 */
export function soundAt(
  { at }: Ring,
  known: { mayPush: boolean; pushedAt: Instant | null; openedAt: Instant },
): Instant | null {
  const { mayPush, pushedAt, openedAt } = known
  // It may come a little early by this phone's clock.
  if (pushedAt !== null && pushedAt > at - pushMayTakeMs) return null
  const due = mayPush ? at + pushMayTakeMs : at
  return openedAt > at + soundForMs ? null : Math.max(due, openedAt)
}
