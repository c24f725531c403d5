import { sql } from 'kysely'
import { dateIn } from '~/platform/clock'
import type { Parts } from '~/platform/context.server'
import { finishRemovals } from './finish-removals.server'

/**
 * Removes anonymous accounts, at most 500 a run: empty ones after 7 idle days, others after 400; never
 * demo people. Safe to repeat.
 * @returns the ids of the people removed now.
 */
export async function removeAbandonedAccounts(parts: Parts): Promise<string[]> {
  const today = dateIn('Asia/Seoul', parts.clock.now())
  const { rows } = await sql<{ id: string }>`
    select gyeote.remove_abandoned_accounts(${today}::date) as id`.execute(parts.db.root)
  await finishRemovals(parts)
  return rows.map(({ id }) => id)
}
