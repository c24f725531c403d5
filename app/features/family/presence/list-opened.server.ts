import { sql } from 'kysely'
import type { Tx } from '~/platform/database/database.server'

/** Who opened 곁에 on this care date of Korea, of those whom the viewer may know it of. */
export async function listOpened(tx: Tx): Promise<Set<string>> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from gyeote.family_presence where day = gyeote.care_date()`.execute(tx)
  return new Set(rows.map(({ person_id }) => person_id))
}
