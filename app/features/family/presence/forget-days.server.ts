import { sql } from 'kysely'
import type { Parts } from '~/platform/context.server'

/** Removes that somebody opened 곁에 on a day that is over, and who looked more than 30 days ago. */
export async function forgetDays(parts: Pick<Parts, 'db' | 'clock'>): Promise<void> {
  await sql`select gyeote.forget_family_days(${parts.clock.now()})`.execute(parts.db.root)
}
