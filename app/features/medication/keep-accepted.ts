import type { TakenDeed } from '~/commands/keep-accepted'
import type { Locks } from '~/offline/locks'
import type { Store } from '~/offline/store/store'
import { factsFrom } from './facts-from'
import { keepFacts } from './kept-facts'
import { visitorId } from './medication-page'
import { noFacts } from './schedule/facts'
import { mergeFacts } from './schedule/merge-facts'

/**
 * What the server has taken is part of what the phone knows from the same moment on: a phone that is
 * without a network right after must not ask for a dose that was answered.
 */
export async function keepAcceptedMedication(
  locks: Locks,
  store: Store,
  deeds: TakenDeed[],
): Promise<void> {
  const by = store.personId ?? visitorId
  const consent = deeds.filter((deed) => deed.type === 'answer_health_consent').at(-1)?.payload
  const acts = deeds.filter((deed) => deed.type === 'record_facts')
  if (!consent && acts.length === 0) return
  const facts = acts.reduce((known, { payload, occurredAt, receivedAt }) => {
    const writer = { by, deviceId: '', at: Date.parse(occurredAt), receivedAt }
    return mergeFacts(known, factsFrom(payload, writer))
  }, noFacts(by))
  const { ownerId: _, ...more } = facts
  await keepFacts(locks, store, more, consent ? { consent } : {})
}
