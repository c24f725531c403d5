import { sql } from 'kysely'
import type { Tx } from '~/platform/database/database.server'

/** One of the viewer's phones can be told of something. */
export async function hasPushDevice(tx: Tx): Promise<boolean> {
  const { rows } = await sql`
    select 1 from gyeote.push_devices where person_id = auth.uid() limit 1`.execute(tx)
  return rows.length > 0
}
