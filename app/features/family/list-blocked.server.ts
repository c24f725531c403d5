import type { Tx } from '~/platform/database/database.server'

export interface Blocked {
  relativeId: string
  name: string
}

/** Whose requests this person does not want to see, the last first. */
export async function listBlocked(tx: Tx, personId: string): Promise<Blocked[]> {
  const rows = await tx
    .selectFrom('gyeote.family_blocks')
    .select(['relative_id', 'relative_name'])
    .where('senior_id', '=', personId)
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map((row) => ({ relativeId: row.relative_id, name: row.relative_name }))
}
