import { sql } from 'kysely'
import type { Tx } from '../database/database.server'
import type { UserEventName, UserEvents } from './events'

/** Adds to the viewer's trail (`audit_logs`) in the transaction of the deed itself; never to the log. */
export async function recordUserEvent<Name extends UserEventName>(
  tx: Tx,
  name: Name,
  details: UserEvents[Name],
): Promise<void> {
  await sql`select gyeote.record_event(${name}, ${JSON.stringify(details)}::jsonb)`.execute(tx)
}
