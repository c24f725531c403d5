import { sql } from 'kysely'
import { dateIn, hourIn } from '~/platform/clock'
import type { RequestContext } from '~/platform/context.server'
import type { EndedAs } from '~/platform/session/ended-as'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { dayInKorean, hourInKorean } from '../korean-date'

export interface Ending {
  id: string
  as: EndedAs
  /** Who did it, as they called themselves; null when it was the viewer. */
  by: string | null
  phones: number
  /** 오늘 오후 3시 */
  when: string
  /** Nobody has said 「알겠어요」 yet. */
  isNew: boolean
}

const zone = 'Asia/Seoul'

/** What became of the viewer's phones, the newest first; nothing in a session that is not sure of itself. */
export async function listEndings(context: RequestContext): Promise<Ending[]> {
  const viewer = requireViewer(context)
  const today = dateIn(zone, context.clock.now())
  const rows = await context.asViewer((tx) =>
    tx
      .selectFrom('gyeote.phone_endings')
      .select(['id', 'ended_as', 'by_name', 'phones', 'ended_at', 'seen_at'])
      .where('person_id', '=', viewer.personId)
      .orderBy('ended_at', 'desc')
      .limit(3)
      .execute(),
  )
  return rows.map((row) => {
    const at = new Date(row.ended_at)
    return {
      id: row.id,
      as: row.ended_as,
      by: row.by_name ?? (row.ended_as === 'family' ? '가족' : null),
      phones: row.phones,
      when: `${dayInKorean(dateIn(zone, at), today)} ${hourInKorean(hourIn(zone, at))}`,
      isNew: row.seen_at === null,
    }
  })
}

/** Whether a relative ended the viewer's phones and the viewer has not seen so yet. */
export async function hasUnseenEnding(context: RequestContext): Promise<boolean> {
  return (await listEndings(context)).some(({ as, isNew }) => as === 'family' && isNew)
}

/** The viewer has read them all. */
export async function seeEndings(context: RequestContext): Promise<void> {
  requireViewer(context)
  await context.asViewer((tx) =>
    sql`select gyeote.see_phone_endings(${context.clock.now()})`.execute(tx),
  )
}
