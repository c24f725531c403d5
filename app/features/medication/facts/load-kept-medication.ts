import { listDeeds } from '~/commands/use-waiting'
import { keptOr, type Shell } from '~/offline/kept-or'
import type { Store } from '~/offline/store/store'
import { phoneNow, thisPhone } from '~/offline/this-phone'
import { keepFacts } from './kept-facts'
import type { MedicationPage, Wanted } from './medication-page'
import { readKeptMedication } from './read-kept-medication'
import { syncFacts } from './sync-facts'

/** The page as the phone knows it at this moment; null before the first visit with a network. */
export const readMedication = (store: Store, wanted: Wanted): Promise<MedicationPage | null> =>
  readKeptMedication(store, wanted, phoneNow().getTime(), listDeeds)

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
  const { consent, writers } = page
  await keepFacts(locks, store, page.facts, { consent, writers })
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
