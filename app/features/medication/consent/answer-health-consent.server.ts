import type { Tx } from '~/platform/database/database.server'
import { isHeld } from '~/platform/session/is-held.server'
import type { HealthConsent } from '../facts/fact-schema'

/**
 * The person's answer to whether their health data may be kept (개인정보보호법 제23조): the newest one rules.
 * Withdrawing stops further writing; what is there goes with deletion, which is asked for separately.
 */
export async function answerHealthConsent(
  tx: Tx,
  personId: string,
  { given, textVersion }: HealthConsent,
  { commandId }: { commandId: string },
) {
  // Neither a yes nor a no of whoever may only have come by the number.
  if (await isHeld(tx)) return { status: 'refused' as const, reason: 'held' as const }
  await tx
    .insertInto('gyeote.consents')
    .values({
      id: commandId,
      person_id: personId,
      kind: 'health_data',
      given,
      text_version: textVersion,
    })
    .execute()
  return { status: 'accepted' as const }
}
