import type { Tx } from '~/platform/database/database.server'

export interface Blocked {
  blockId: string
  /** Null of whoever has left: nothing names them any more. */
  name: string | null
}

/** Whose requests this person does not want to see, the last first. */
export async function listBlocked(tx: Tx, personId: string): Promise<Blocked[]> {
  const rows = await tx
    .selectFrom('gyeote.family_blocks')
    .select(['id', 'relative_name'])
    .where('senior_id', '=', personId)
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map((row) => ({ blockId: row.id, name: row.relative_name }))
}
