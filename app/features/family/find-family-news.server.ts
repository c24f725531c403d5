import { sql } from 'kysely'
import type { RequestContext } from '~/platform/context.server'
import { listRelatives } from './list-relatives.server'

/** What the first page says of the family. */
export interface FamilyNews {
  /** Somebody sees something of the viewer: their phone says when it is here. */
  linked: boolean
  /** How many wait for the viewer's first answer. */
  waiting: number
  /** How many are to be asked about again, half a year after the last answer. */
  askAgain: number
}

/** Null for a visitor, and in a session that is not sure of itself. */
export async function findFamilyNews(context: RequestContext): Promise<FamilyNews | null> {
  const viewer = context.session.viewer
  if (!viewer || context.session.heldUntil) return null
  const { personId } = viewer
  return context.asViewer(async (tx) => {
    const { rows } = await sql<{ linked: boolean; waiting: number }>`
      select exists (select from gyeote.family_links
          where senior_id = ${personId} and status = 'active') as linked,
        ((select count(*) from gyeote.family_invites
          where senior_id = ${personId} and joined_at is not null)
        + (select count(*) from gyeote.family_requests where relative_id <> ${personId}))::int
          as waiting`.execute(tx)
    const { linked = false, waiting = 0 } = rows[0] ?? {}
    const relatives = linked ? await listRelatives(tx, personId) : []
    return { linked, waiting, askAgain: relatives.filter(({ askAgain }) => askAgain).length }
  })
}
