import type { WaitingDeed } from '~/commands/list-deeds'
import type { HealthConsent } from './fact-schema'
import { factsFrom } from './facts-from'
import type { Facts } from '../schedule/facts'
import { mergeFacts } from '../schedule/merge-facts'

/** A deed of this phone, laid over the facts. Facts have ids, so one that is known already changes nothing. */
export function withDeed(facts: Facts, deed: WaitingDeed): Facts {
  if (deed.type !== 'record_facts') return facts
  const at = Date.parse(deed.occurredAt)
  const writer = { by: facts.ownerId, deviceId: '', at, receivedAt: null }
  return mergeFacts(facts, factsFrom(deed.payload, writer))
}

export const consentAfter = (known: HealthConsent | null, deed: WaitingDeed) =>
  deed.type === 'answer_health_consent' ? deed.payload : known
