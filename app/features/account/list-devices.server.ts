import type { RequestContext } from '~/platform/context.server'
import { dateIn } from '~/platform/clock'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { dayInKorean } from './korean-date'

export interface Device {
  sessionId: string
  /** "삼성 갤럭시 · 크롬" */
  label: string
  /** `YYYY-MM-DD` in Korea. */
  lastSeenOn: string
  /** The same in words: 오늘, 어제, 11월 3일에. */
  lastMet: string
  /** The one that is asking. */
  current: boolean
  /** Somebody said there less than a week ago that the number is theirs (decision 0007). */
  unproven: boolean
}

/** The devices the viewer is signed in on: this one first, then the one seen last. */
export async function listDevices(context: RequestContext): Promise<Device[]> {
  const viewer = requireViewer(context)
  const today = dateIn('Asia/Seoul', context.clock.now())
  const rows = await context.asViewer((tx) =>
    tx
      .selectFrom('gyeote.devices')
      .select(['session_id', 'label', 'last_seen_on', 'held_until'])
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
      lastMet: lastMet(row.last_seen_on, today),
      current: row.session_id === viewer.sessionId,
      unproven: row.held_until !== null && new Date(row.held_until) > context.clock.now(),
    }))
    .sort((a, b) => Number(b.current) - Number(a.current))
}

function lastMet(date: string, today: string): string {
  const day = dayInKorean(date, today)
  return day.endsWith('일') ? `${day}에` : day
}
