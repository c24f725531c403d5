import { sql } from 'kysely'
import type { Tx } from '../database/database.server'

/** Whether this session has only just said whose number it is (decision 0007): what people rely on is not changed by it. */
export async function isHeld(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`select gyeote.is_held() as held`.execute(tx)
  return rows[0]?.held ?? false
}
