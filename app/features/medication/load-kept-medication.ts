import { listDeeds } from '~/commands/use-waiting'
import { keptOr, type Shell } from '~/offline/kept-or'
import type { Store } from '~/offline/store/store'
import { phoneNow, thisPhone } from '~/offline/this-phone'
import { keepFacts, readFacts } from './kept-facts'
import type { MedicationPage, Wanted } from './medication-page'
import { momentOf } from './schedule/moment'
import { stockSince } from './schedule/stock-arrivals'
import { syncFacts } from './sync-facts'
import { consentAfter, withDeed } from './with-deed'

/** The page as the phone knows it at this moment; null before the first visit with a network. */
export async function readMedication(
  store: Store,
  { back, stock }: Wanted,
): Promise<MedicationPage | null> {
  const now = phoneNow().getTime()
  const latest = Math.floor(now / 86_400_000) + 1
  const near = await readFacts(store, { from: latest - 2 - back, to: latest })
  if (!near) return null
  const { wall } = momentOf(near.facts, now)
  const since = stock ? near.facts.courses.map(({ id }) => stockSince(near.facts, id, wall)) : []
  const from = Math.min(...since.map((day) => day ?? Infinity))
  const kept = from < latest - 2 - back ? await readFacts(store, { from, to: latest }) : near
  const { facts, consent } = kept ?? near
  // Laid over at once: between two paintings an answered dose would ask for another tap.
  const deeds = await listDeeds()
  return {
    personId: store.personId,
    consent: deeds.reduce(consentAfter, consent),
    facts: deeds.reduce(withDeed, facts),
    now,
  }
}

const toldByMedication = new Set(['answer_health_consent', 'record_facts'])

/**
 * Keeps what a page brought that was asked for at `askedMs`, then whatever else of the person's medicines the
 * phone does not have yet. Deeds sent before that are part of it then.
 */
export async function keepMedication(
  store: Store,
  page: MedicationPage,
  askedMs: number,
): Promise<void> {
  const { locks } = thisPhone()
  await keepFacts(locks, store, page.facts, { consent: page.consent })
  const isInUse = page.consent !== null || page.facts.courses.length > 0
  if (isInUse && !(await syncFacts(locks, store))) return
  await store.outbox.forgetSent(askedMs, ({ type }) => toldByMedication.has(type))
}

export type MedicationRoute = { shell: false } & MedicationPage

/** `clientLoader` of a page that is about medicines alone. */
export function loadKeptMedication<Page extends MedicationRoute>(
  serverLoader: () => Promise<Page | Shell>,
  wanted: Wanted,
  extend: (page: MedicationRoute, store: Store) => Page | Promise<Page>,
) {
  return keptOr<Page>(serverLoader, {
    fromStore: async (store) => {
      const page = await readMedication(store, wanted)
      return page && extend({ shell: false, ...page }, store)
    },
    keep: keepMedication,
  })
}
