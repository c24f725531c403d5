import type { RequestContext } from '~/platform/context.server'
import { appError } from '~/platform/http/app-errors'
import { requireViewer } from '~/platform/session/require-viewer.server'

/** The account stays. @throws {Response} `held` */
export async function undoDeletion(context: RequestContext): Promise<void> {
  const viewer = requireViewer(context)
  if (context.session.heldUntil) throw appError('held')
  await context.asViewer((tx) =>
    tx
      .updateTable('gyeote.people')
      .set({ deletion_requested_at: null })
      .where('id', '=', viewer.personId)
      .execute(),
  )
}
