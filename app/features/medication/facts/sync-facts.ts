import type { Locks } from '~/offline/locks'
import type { Store } from '~/offline/store/store'
import { keepFacts, readFacts } from './kept-facts'
import { minutesPerDay, msPerMinute, type Instant } from '../schedule/care-date'
import type { MoreFacts } from '../schedule/merge-facts'

/** Answer of `GET /medication/facts?since=<ms>`; `personId` is null without a session. */
export interface ArrivalsAnswer {
  v: 1
  personId: string | null
  facts: MoreFacts
  upTo: Instant
  more: boolean
}

/** Transactions that were open at the last time have ended since: 10 minutes. */
const overlapMs = 10 * msPerMinute

/**
 * Fetches what the phone does not have yet and keeps it. False where the server cannot be reached or answers
 * for somebody else; the next page goes on.
 */
export async function syncFacts(locks: Locks, store: Store): Promise<boolean> {
  const today = Math.floor(Date.now() / (minutesPerDay * msPerMinute))
  const kept = await readFacts(store, { from: today, to: today })
  let since = Math.max(0, (kept?.syncedTo ?? 0) - overlapMs)
  for (;;) {
    const answer = await askForArrivals(since)
    if (!answer || answer.personId !== store.personId) return false
    const all = answer.more ? {} : { syncedTo: answer.upTo }
    await keepFacts(locks, store, answer.facts, all)
    if (!answer.more || answer.upTo <= since) return !answer.more
    since = answer.upTo
  }
}

async function askForArrivals(since: Instant): Promise<ArrivalsAnswer | null> {
  try {
    const response = await fetch(`/medication/facts?since=${since}`, {
      headers: { Accept: 'application/json' },
      redirect: 'error',
    })
    const answer = (await response.json()) as Partial<ArrivalsAnswer>
    return response.ok && answer.v === 1 ? (answer as ArrivalsAnswer) : null
  } catch {
    return null
  }
}
