import { sql } from 'kysely'
import type { Parts } from '~/platform/context.server'
import { readReceipt } from '../sending/push-tokens.server'

/** The worker of a phone has shown a push; the first time counts. False when the receipt is not one of ours. */
export async function noteDelivered(
  { db, clock, push }: Pick<Parts, 'db' | 'clock' | 'push'>,
  receipt: string,
): Promise<boolean> {
  const id = readReceipt(push.secretFor('receipts'), receipt)
  if (id === null) return false
  await sql`select gyeote.note_push_delivered(${id}::uuid, ${clock.now()})`.execute(db.root)
  return true
}
