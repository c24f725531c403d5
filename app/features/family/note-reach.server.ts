import { sql } from 'kysely'
import type { RequestContext } from '~/platform/context.server'

/**
 * The viewer's phone has spoken to us just now. `emptied`: nothing is left on it unsent. Written down only for
 * whoever has family: it tells 답이 없어요 from 확인이 안 돼요, and nothing else.
 */
export async function noteReach(context: RequestContext, emptied: boolean): Promise<void> {
  await context.asViewer((tx) => sql`select gyeote.note_reach(${emptied})`.execute(tx))
}
