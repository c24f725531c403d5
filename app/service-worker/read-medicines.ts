import { readDeed } from '~/commands/catalog'
import { readFacts } from '~/features/medication/facts/kept-facts'
import { daysShownToday } from '~/features/medication/facts/medication-page'
import { minutesPerDay, msPerMinute } from '~/features/medication/schedule/care-date'
import type { Facts } from '~/features/medication/schedule/facts'
import { withDeed } from '~/features/medication/facts/with-deed'
import type { Phone } from '~/offline/phone'
import type { Store } from '~/offline/store/store'

/** The medicines as this phone knows them, with what was done here and is not sent; null before it knows any. */
export function readMedicines(phone: Pick<Phone, 'withStore' | 'now'>): Promise<Facts | null> {
  return phone.withStore(async (store) => {
    const latest = Math.floor(phone.now().getTime() / (minutesPerDay * msPerMinute)) + 1
    const kept = await readFacts(store, { from: latest - 2 - daysShownToday, to: latest })
    return kept && (await listDeeds(store)).reduce(withDeed, kept.facts)
  })
}

async function listDeeds(store: Store) {
  const entries = await store.outbox.list()
  return entries.flatMap(({ command, state, durable }) => {
    const deed = command && state !== 'refused' ? readDeed(command) : null
    if (!deed || !command) return []
    return [{ ...deed, id: command.id, occurredAt: command.occurredAt, kept: durable }]
  })
}
