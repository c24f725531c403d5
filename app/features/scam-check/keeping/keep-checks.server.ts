import { sql } from 'kysely'
import type { Tx } from '~/platform/database/database.server'
import { recordUserEvent } from '~/platform/telemetry/record-user-event.server'
import type { ForgetScamCheck, KeepScamCheck, RecordScamCheck } from './check-schema'
import type { KeptCheck } from './kept-check'

const accepted = { status: 'accepted' as const }

/** Keeps a check of the viewer's; the same one again changes nothing. */
export async function keepScamCheck(
  tx: Tx,
  personId: string,
  { checkId, text, reasons, ...found }: KeepScamCheck,
  { occurredAt }: { occurredAt: Date },
) {
  await tx
    .insertInto('gyeote.scam_checks')
    .values({
      person_id: personId,
      id: checkId,
      at: occurredAt,
      message: text,
      reasons: JSON.stringify(reasons),
      ...found,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return accepted
}

/** Removes it for good; one that is gone already stays gone. */
export async function forgetScamCheck(tx: Tx, _personId: string, { checkId }: ForgetScamCheck) {
  await sql`select gyeote.forget_scam_check(${checkId}::uuid)`.execute(tx)
  return accepted
}

export async function recordScamCheck(tx: Tx, _personId: string, { level }: RecordScamCheck) {
  await recordUserEvent(tx, 'scam_check', { risk_level: level })
  return accepted
}

/** The newest first, as far as the viewer may see them. */
export async function findKeptChecks(tx: Tx, personId: string): Promise<KeptCheck[]> {
  const rows = await tx
    .selectFrom('gyeote.scam_checks')
    .select(['id', 'at', 'kind', 'level', 'trick', 'reasons', 'message'])
    .where('person_id', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ at, message, ...found }) => ({
    ...(found as Omit<KeptCheck, 'at' | 'text'>),
    at: new Date(at).toISOString(),
    text: message,
  }))
}
