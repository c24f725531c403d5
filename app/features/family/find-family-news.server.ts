import type { RequestContext } from '~/platform/context.server'
import { listWaiting } from './list-waiting.server'

/** What the first page says of the family. */
export interface FamilyNews {
  /** Somebody sees something of the viewer: their phone says when it is here. */
  linked: boolean
  /** How many wait for the viewer's answer, or are to be asked about again. */
  waiting: number
}

/** Null for a visitor, and in a session that is not sure of itself. */
export async function findFamilyNews(context: RequestContext): Promise<FamilyNews | null> {
  const viewer = context.session.viewer
  if (!viewer || context.session.heldUntil) return null
  return context.asViewer(async (tx) => {
    const link = await tx
      .selectFrom('gyeote.family_links')
      .select('id')
      .where('senior_id', '=', viewer.personId)
      .where('status', '=', 'active')
      .limit(1)
      .executeTakeFirst()
    const waiting = await listWaiting(tx, viewer.personId)
    return { linked: link !== undefined, waiting: waiting.length }
  })
}
