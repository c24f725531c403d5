import { sql } from 'kysely'
import type { Parts } from '~/platform/context.server'

/** Removes what the family was told of dangerous messages more than thirty days ago. */
export async function forgetAlerts({ db, clock }: Pick<Parts, 'db' | 'clock'>): Promise<void> {
  await sql`select gyeote.forget_scam_alerts(${clock.now()})`.execute(db.root)
}
