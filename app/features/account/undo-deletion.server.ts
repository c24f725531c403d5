import type { RequestContext } from '~/platform/context.server'
import { requireViewer } from '~/platform/session/require-viewer.server'

/** The account stays. */
export async function undoDeletion(context: RequestContext): Promise<void> {
  const viewer = requireViewer(context)
  await context.asViewer((tx) =>
    tx
      .updateTable('gyeote.people')
      .set({ deletion_requested_at: null })
      .where('id', '=', viewer.personId)
      .execute(),
  )
}
