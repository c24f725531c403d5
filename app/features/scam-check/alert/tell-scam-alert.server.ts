import { sql } from 'kysely'
import type { Tx } from '~/platform/database/database.server'
import type { TellScamAlert } from './alert-schema'

/**
 * Tells the family whom the viewer lets be told, once for each check; their phones by the reminders' own work
 * (`gyeote.read_scam_alerts`). Refused when there is nobody any more.
 */
export async function tellScamAlert(
  tx: Tx,
  _personId: string,
  { checkId, kind, trick, reasons }: TellScamAlert,
  { occurredAt }: { occurredAt: Date },
) {
  const { rows } = await sql<{ told: boolean }>`
    select gyeote.tell_scam_alert(${checkId}::uuid, ${occurredAt}::timestamptz, ${kind}, ${trick},
      ${[...reasons]}::text[]) as told`.execute(tx)
  return rows[0]?.told
    ? { status: 'accepted' as const }
    : { status: 'refused' as const, reason: 'no_one_to_tell' as const }
}
