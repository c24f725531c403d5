import { formatPhone } from '~/platform/accounts/phone'
import type { Tx } from '~/platform/database/database.server'

/** Somebody who asks to be let in, and whom the senior has not answered. */
export interface WaitingRelative {
  id: string
  /** As they called themselves. */
  name: string
  /** Their verified number, as people write it. */
  phone: string
  sideBySide: boolean
}

/** Who waits for this person's answer: those who read their code, then requests to their number. */
export async function listWaiting(tx: Tx, personId: string): Promise<WaitingRelative[]> {
  const joined = await tx
    .selectFrom('gyeote.family_invites')
    .select(['id', 'relative_name', 'relative_phone'])
    .where('senior_id', '=', personId)
    .where('joined_at', 'is not', null)
    .orderBy('joined_at')
    .execute()
  const asked = await tx
    .selectFrom('gyeote.family_requests')
    .select(['id', 'relative_name', 'relative_phone'])
    .where('relative_id', '<>', personId)
    .orderBy('created_at')
    .limit(20)
    .execute()
  const waiting = (row: (typeof joined)[number], sideBySide: boolean): WaitingRelative => ({
    id: row.id,
    name: row.relative_name ?? '',
    phone: formatPhone(row.relative_phone ?? ''),
    sideBySide,
  })
  return [...joined.map((row) => waiting(row, true)), ...asked.map((row) => waiting(row, false))]
}
