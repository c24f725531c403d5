import { sql } from 'kysely'
import type { Parts } from '~/platform/context.server'
import { readReceipt } from '../sending/push-tokens.server'

/**
 * The worker of a phone has shown a push; the first time counts. `forged` is no receipt of ours, `unknown` one whose
 * push is forgotten: also because its phone has been ended.
 */
export async function noteDelivered(
  { db, clock, push }: Pick<Parts, 'db' | 'clock' | 'push'>,
  receipt: string,
): Promise<'noted' | 'unknown' | 'forged'> {
  const id = readReceipt(push.secretFor('receipts'), receipt)
  if (id === null) return 'forged'
  const { rows } = await sql<{ known: boolean }>`
    select gyeote.note_push_delivered(${id}::uuid, ${clock.now()}) as known`.execute(db.root)
  return rows[0]?.known ? 'noted' : 'unknown'
}
