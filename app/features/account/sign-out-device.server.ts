import type { RequestContext } from '~/platform/context.server'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { forgetSession } from '~/platform/session/session-memory.server'

/**
 * Ends the session of one of the viewer's devices; its next request is refused.
 * @returns false when the viewer has no such device.
 */
export async function signOutDevice(context: RequestContext, sessionId: string): Promise<boolean> {
  const viewer = requireViewer(context)
  if (sessionId === viewer.sessionId) {
    await context.session.signOut()
    return true
  }
  const { numUpdatedRows } = await context.asViewer((tx) =>
    tx
      .updateTable('gyeote.devices')
      .set({ signed_out_at: context.clock.now() })
      .where('person_id', '=', viewer.personId)
      .where('session_id', '=', sessionId)
      .where('signed_out_at', 'is', null)
      .executeTakeFirst(),
  )
  forgetSession(context.db, sessionId)
  return numUpdatedRows > 0n
}
