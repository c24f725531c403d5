import { sql } from 'kysely'
import type { Tx } from '~/platform/database/database.server'
import type { FamilyToShow } from './family-to-show'

/** The viewer's family; nobody in a session that is not sure of itself. */
export async function listFamilyToShow(tx: Tx): Promise<FamilyToShow[]> {
  const { rows } = await sql<Omit<FamilyToShow, 'name'> & { name: string | null }>`
    select name, relation, phone, told from gyeote.family_for_alerts()`.execute(tx)
  return rows.map(({ name, ...one }) => ({ name: name ?? '이름 없는 가족', ...one }))
}
