import { msPerMinute, type Instant } from './care-date'
import type { ShownDose } from './dose-state'
import type { Facts, Reach } from './facts'
import { zoneOn, type Moment } from './moment'
import { dueInstant } from './wall-time'

/** The family hears of silence no earlier than this after the due time. */
const silentAfterMin = 60

/**
 * What a relative reads. Silence is `no_answer` 답이 없어요 only when the senior's phone has spoken to the
 * server after the due time with nothing unsent, else `not_reached` 확인이 안 돼요; never "missed".
 */
export type FamilyState =
  | { state: 'taken' | 'declined' | 'unknown' | 'paused' | 'travelling' | 'no_record' }
  | { state: 'not_yet' }
  | { state: 'no_answer' }
  | { state: 'not_reached'; lastReachedAt: Instant | null }

/** A push server's "201 Created" is no sign of life, and none of this asks for one. */
export function familyStateOf(shown: ShownDose, facts: Facts, now: Moment): FamilyState {
  const { state, dose } = shown
  if (state !== 'upcoming' && state !== 'due' && state !== 'question') return { state }
  if (!dose) return { state: 'no_record' }
  const due = dueInstant(dose, zoneOn(facts, dose.day))
  if (now.instant < due + silentAfterMin * msPerMinute) return { state: 'not_yet' }
  const reached = facts.reach.filter(({ by }) => by === facts.ownerId)
  const spokeSince = reached.some((one) => one.outboxEmpty && receivedAt(one) > due)
  if (spokeSince) return { state: 'no_answer' }
  const last = Math.max(...reached.map(receivedAt))
  return { state: 'not_reached', lastReachedAt: last === -Infinity ? null : last }
}

const receivedAt = (reach: Reach): Instant => reach.receivedAt ?? -Infinity
