import type { Client } from 'pg'
import { postgresOwner } from '~/platform/database/owner-session.server'
import { addReminded } from '../../support/reminder-rows'
import { benchPhones } from './phones'

const atOnce = 5_000

/** People with a pouch a day and a phone each, and tables as a night of autovacuum leaves them. */
export async function fillReminded(
  owner: Client,
  count: number,
  where: { host: string; today: number; minute: number; nextAt: Date; name?: string },
): Promise<void> {
  const phones = benchPhones(where.host, where.name ?? 'people', count)
  for (let from = 0; from < count; from += atOnce)
    await addReminded(postgresOwner(owner), phones.slice(from, from + atOnce), where)
  await owner.query('vacuum (analyze)')
}
