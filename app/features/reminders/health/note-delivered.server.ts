import { sql } from 'kysely'
import type { Parts } from '~/platform/context.server'
import { readReceipt } from '../sending/push-tokens.server'

/**
 * The worker of a phone has shown a push, so many ms ago; the first word of it counts. `forged` is no receipt of ours, `unknown` one whose
 * push is forgotten: also because its phone has been ended.
 */
export async function noteDelivered(
  { db, clock, push }: Pick<Parts, 'db' | 'clock' | 'push'>,
  receipt: string,
  agoMs: number,
): Promise<'noted' | 'unknown' | 'forged'> {
  const id = readReceipt(push.secretFor('receipts'), receipt)
  if (id === null) return 'forged'
  const arrived = new Date(clock.now().getTime() - agoMs)
  const { rows } = await sql<{ known: boolean }>`
    select gyeote.note_push_delivered(${id}::uuid, ${arrived}) as known`.execute(db.root)
  return rows[0]?.known ? 'noted' : 'unknown'
}
