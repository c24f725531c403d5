import { sql } from 'kysely'
import { createAuthAdmin } from '~/platform/accounts/auth-admin.server'
import type { Parts } from '~/platform/context.server'
import { forgetAllSessions } from '~/platform/session/session-memory.server'

const most = 500

/**
 * The second step of every removal, in the auth server: the users of people whose rows are gone, also of earlier runs
 * that were cut short, and of adopted anonymous accounts.
 * @throws when the auth server refused one; what is left comes again at the next run.
 */
export async function eraseAuthUsers(parts: Parts): Promise<void> {
  forgetAllSessions(parts.db)
  const admin = createAuthAdmin(parts)
  const { rows } = await sql<{ id: string }>`select gyeote.claim_erasures(${most}) as id`.execute(
    parts.db.root,
  )
  let refused = 0
  for (const { id } of rows) {
    const { error } = await admin.deleteUser(id)
    if (error && error.status !== 404) refused++
    else await sql`select gyeote.finish_erasure(${id})`.execute(parts.db.root)
  }
  if (refused > 0) throw new Error(`the auth server kept ${refused} users that are to be erased`)
}
