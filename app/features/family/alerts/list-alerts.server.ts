import { epochDay } from '~/features/medication/schedule/care-date'
import { whenInWords } from '~/features/medication/history/state-words'
import { usualZone } from '~/features/medication/schedule/moment'
import { wallIn } from '~/features/medication/schedule/wall-time'
import { reasonWords, trickNames } from '~/features/scam-check/reason-words'
import { dateIn } from '~/platform/clock'
import type { Tx } from '~/platform/database/database.server'

/** The newest dangerous check of a senior that the viewer was told of and has not put away, in words. */
export interface ShownAlert {
  /** Of the telling: by which it is put away, with those before it. */
  id: string
  kind: 'message' | 'call'
  /** `오전 8시 5분`, with the date where it was another day. */
  when: string
  trick: string | null
  reasons: string[]
  /** How many more there were, older and not put away either. */
  earlier: number
}

/** By link. For three days, as far as the consents hold: both are the policies' to say. */
export async function listAlerts(tx: Tx, now: Date): Promise<Map<string, ShownAlert>> {
  const rows = await tx
    .selectFrom('gyeote.scam_alerts_told as told')
    .innerJoin('gyeote.scam_alerts as alert', (join) =>
      join.onRef('alert.person_id', '=', 'told.person_id').onRef('alert.id', '=', 'told.alert_id'),
    )
    .select(['told.id', 'told.link_id', 'alert.at', 'alert.kind', 'alert.trick', 'alert.reasons'])
    .where('told.seen_at', 'is', null)
    .orderBy('told.told_at')
    .orderBy('alert.at')
    .execute()
  const today = epochDay(dateIn(usualZone, now))
  const shown = new Map<string, ShownAlert>()
  for (const { id, link_id, at, kind, trick, reasons } of rows)
    shown.set(link_id, {
      id,
      kind: kind === 'call' ? 'call' : 'message',
      when: whenInWords(wallIn(usualZone, new Date(at).getTime()), today),
      trick: trick === null ? null : wordOf(trickNames, trick),
      reasons: reasons.map((code) => wordOf(reasonWords, code)).filter((words) => words !== null),
      earlier: (shown.get(link_id)?.earlier ?? -1) + 1,
    })
  return shown
}

/** Null for a name of another build. */
const wordOf = (words: Record<string, string>, code: string): string | null =>
  Object.hasOwn(words, code) ? (words[code] ?? null) : null
