import { sql } from 'kysely'
import type { Parts } from '~/platform/context.server'

/** Removes what was said in the family more than a week ago. */
export async function forgetWords(parts: Parts): Promise<void> {
  await sql`select gyeote.forget_family_words(${parts.clock.now()})`.execute(parts.db.root)
}
