import { sql } from 'kysely'
import type { Parts } from '~/platform/context.server'

/** Removes requests and codes whose days are over. */
export async function forgetAsking(parts: Parts): Promise<void> {
  await sql`select gyeote.forget_family_asking(${parts.clock.now()})`.execute(parts.db.root)
}
