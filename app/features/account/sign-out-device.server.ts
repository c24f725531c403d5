import { sql } from 'kysely'
import type { RequestContext } from '~/platform/context.server'
import type { EndedAs } from '~/platform/session/ended-as'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { forgetSession } from '~/platform/session/session-memory.server'
import { validate } from 'uuid'
import { beginLastPushes } from './phones/send-last-pushes.server'

/**
 * Ends the session of one of the viewer's devices: its next request is refused, and it erases what it keeps.
 * @returns false when the viewer has no such device, or is not sure to be its owner (decision 0007).
 */
export async function signOutDevice(
  context: RequestContext,
  sessionId: string,
  why: Exclude<EndedAs, 'family'> = 'unknown',
): Promise<boolean> {
  const viewer = requireViewer(context)
  if (sessionId === viewer.sessionId) {
    await context.session.signOut()
    return true
  }
  if (!validate(sessionId)) return false
  const { rows } = await context.asViewer((tx) =>
    sql<{ ended: number }>`
      select gyeote.end_own_phones(array[${sessionId}::uuid], ${why}, ${context.clock.now()})
        as ended`.execute(tx),
  )
  forgetSession(context.db, sessionId)
  const ended = Number(rows[0]?.ended) > 0
  if (ended) await beginLastPushes(context)
  return ended
}
