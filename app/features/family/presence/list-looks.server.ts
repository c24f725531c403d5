import { sql } from 'kysely'
import { epochDay } from '~/features/medication/schedule/care-date'
import type { Tx } from '~/platform/database/database.server'
import { familyDate } from '../words/family-date'
import { looksInWords } from './looks-in-words'

/** By link of which the viewer is the senior: on which of the last 30 days that relative looked, in a sentence. */
export async function listLooks(tx: Tx, now: Date): Promise<Map<string, string>> {
  const { rows } = await sql<{ link_id: string; newest: string; days: number }>`
    select link_id, max(day)::text as newest, count(*)::int as days
    from gyeote.family_looks group by link_id`.execute(tx)
  const today = epochDay(familyDate(now))
  return new Map(
    rows.map(({ link_id, newest, days }) => [link_id, looksInWords(epochDay(newest), days, today)]),
  )
}
