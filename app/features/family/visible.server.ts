import { sql } from 'kysely'
import type { Tx } from '~/platform/database/database.server'

/** Whose facts of this kind the viewer may see, themselves among them. */
export async function visible(tx: Tx, kind: string): Promise<Set<string>> {
  const { rows } = await sql<{ ids: string[] }>`
    select gyeote.visible_persons(${kind}) as ids`.execute(tx)
  return new Set(rows[0]?.ids)
}
