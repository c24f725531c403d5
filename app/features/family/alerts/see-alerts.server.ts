import { sql } from 'kysely'
import { validate } from 'uuid'
import type { RequestContext } from '~/platform/context.server'
import { appError } from '~/platform/http/app-errors'
import { requireViewer } from '~/platform/session/require-viewer.server'

/** The viewer has seen this alert and what came before it of the same senior; of one that is gone nothing is said. */
export async function seeAlerts(context: RequestContext, toldId: string): Promise<void> {
  requireViewer(context)
  if (!validate(toldId)) throw appError('bad_input')
  await context.asViewer((tx) => sql`select gyeote.see_scam_alerts(${toldId}::uuid)`.execute(tx))
}
