import { sql } from 'kysely'
import type { Parts } from '~/platform/context.server'
import { finishRemovals } from './finish-removals.server'

/**
 * Removes the accounts whose seven days are over, at most 500 a run; never demo people. Safe to repeat.
 * @returns the ids of the people removed now.
 */
export async function removeDeletedAccounts(parts: Parts): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select gyeote.remove_deleted_accounts(${parts.clock.now()}) as id`.execute(parts.db.root)
  await finishRemovals(parts)
  return rows.map(({ id }) => id)
}
