import type { WaitingDeed } from '~/commands/list-deeds'
import type { Store } from '~/offline/store/store'
import { readFacts, readFurtherBack } from './kept-facts'
import type { MedicationPage, Wanted } from './medication-page'
import type { Instant } from '../schedule/care-date'
import { momentOf } from '../schedule/moment'
import { stockSince } from '../schedule/stock-arrivals'
import { consentAfter, withDeed } from './with-deed'

/**
 * A person's medicines as the phone keeps them, with what waits on it; null before the first visit with a
 * network. Page and worker read alike: each hands in its own clock and its own view of the outbox.
 */
export async function readKeptMedication(
  store: Store,
  { back, stock }: Wanted,
  now: Instant,
  listDeeds: () => Promise<readonly WaitingDeed[]>,
): Promise<MedicationPage | null> {
  const latest = Math.floor(now / 86_400_000) + 1
  const days = { from: latest - 2 - back, to: latest }
  // Laid over at once: between two paintings an answered dose would ask for another tap.
  const listing = listDeeds()
  const near = await readFacts(store, days)
  if (!near) return null
  const { consent, writers = {} } = near
  const { wall } = momentOf(near.facts, now)
  const since = stock ? near.facts.courses.map(({ id }) => stockSince(near.facts, id, wall)) : []
  const from = Math.min(...since.map((day) => day ?? Infinity))
  const [facts, deeds] = await Promise.all([
    from < days.from ? readFurtherBack(store, near.facts, days, from) : near.facts,
    listing,
  ])
  return {
    personId: store.personId,
    consent: deeds.reduce(consentAfter, consent),
    facts: deeds.reduce(withDeed, facts),
    writers,
    now,
  }
}
