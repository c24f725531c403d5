import { sql } from 'kysely'
import { readReceipt, receiptFor } from '~/features/reminders/sending/push-tokens.server'
import type { Parts } from '~/platform/context.server'

/** The address at the foot of an e-mail, which ends them without signing in. Names nobody. */
export const stopUrl = ({ push }: Pick<Parts, 'push'>, origin: string, offId: string): string =>
  `${origin}/family/stop/${receiptFor(push.secretFor('weekly'), offId)}`

/** Whether such an address is one of ours; whose it is, and whether it is over already, it does not say. */
export const isStopToken = ({ push }: Pick<Parts, 'push'>, token: string): boolean =>
  readReceipt(push.secretFor('weekly'), token) !== null

/** No further week is sent, and the address is forgotten. Twice is the same as once. @returns false for no token of ours */
export async function stopByLink(
  { db, push }: Pick<Parts, 'db' | 'push'>,
  token: string,
): Promise<boolean> {
  const offId = readReceipt(push.secretFor('weekly'), token)
  if (offId === null) return false
  await sql`select gyeote.stop_weekly_by_link(${offId}::uuid)`.execute(db.root)
  return true
}
