import { sql } from 'kysely'
import type { Parts } from '../context.server'

/** Forgets commands applied more than 400 days ago. @returns how many. */
export async function trimAppliedCommands(parts: Pick<Parts, 'db'>): Promise<number> {
  const { rows } = await sql<{ trimmed: number }>`
    select gyeote.trim_applied_commands() as trimmed`.execute(parts.db.root)
  return rows[0]?.trimmed ?? 0
}
