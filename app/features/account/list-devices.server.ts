import type { RequestContext } from '~/platform/context.server'
import { requireViewer } from '~/platform/session/require-viewer.server'

export interface Device {
  sessionId: string
  /** "삼성 갤럭시 · 크롬" */
  label: string
  /** `YYYY-MM-DD` in Korea. */
  lastSeenOn: string
  /** The one that is asking. */
  current: boolean
}

/** The devices the viewer is signed in on: this one first, then the one seen last. */
export async function listDevices(context: RequestContext): Promise<Device[]> {
  const viewer = requireViewer(context)
  const rows = await context.asViewer((tx) =>
    tx
      .selectFrom('gyeote.devices')
      .select(['session_id', 'label', 'last_seen_on'])
      .where('person_id', '=', viewer.personId)
      .where('signed_out_at', 'is', null)
      .where((row) =>
        row.or([row('number_question', 'is', null), row('number_question', '=', 'yes')]),
      )
      .orderBy('last_seen_on', 'desc')
      .orderBy('created_at', 'desc')
      .execute(),
  )
  return rows
    .map((row) => ({
      sessionId: row.session_id,
      label: row.label,
      lastSeenOn: row.last_seen_on,
      current: row.session_id === viewer.sessionId,
    }))
    .sort((a, b) => Number(b.current) - Number(a.current))
}
