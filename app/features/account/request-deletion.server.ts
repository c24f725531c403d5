import { addDays, dateIn } from '~/platform/clock'
import type { RequestContext } from '~/platform/context.server'
import { requireViewer } from '~/platform/session/require-viewer.server'

const daysToUndo = 7

export type RequestDeletionResult =
  /** The first date (`YYYY-MM-DD` in Korea) on which it can no longer be undone. */
  | { requested: true; removedOn: string }
  /** `held`: whose number it is has only just been answered (decision 0007). */
  | { requested: false; reason: 'demo' | 'held' }

/** The viewer's account goes in seven days, with everything in it; asking again does not begin them anew. */
export async function requestDeletion(context: RequestContext): Promise<RequestDeletionResult> {
  const viewer = requireViewer(context)
  if (context.session.heldUntil) return { requested: false, reason: 'held' }
  return context.asViewer(async (tx) => {
    const person = await tx
      .selectFrom('gyeote.people')
      .select(['is_demo', 'deletion_requested_at'])
      .where('id', '=', viewer.personId)
      .executeTakeFirstOrThrow()
    if (person.is_demo) return { requested: false, reason: 'demo' }
    const at = new Date(person.deletion_requested_at ?? context.clock.now())
    await tx
      .updateTable('gyeote.people')
      .set({ deletion_requested_at: at })
      .where('id', '=', viewer.personId)
      .execute()
    return { requested: true, removedOn: addDays(dateIn('Asia/Seoul', at), daysToUndo) }
  })
}
