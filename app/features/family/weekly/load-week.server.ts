import { listFacts } from '~/features/medication/facts/list-facts.server'
import { epochDay, isoDate } from '~/features/medication/schedule/care-date'
import { momentOf, usualZone } from '~/features/medication/schedule/moment'
import { dateIn } from '~/platform/clock'
import type { Tx } from '~/platform/database/database.server'
import { familyDay } from '../family-day'
import { listReach } from '../list-reach.server'
import { visible } from '../visible.server'
import { weekShown, type Week } from './week'
import { cardSentence, medicineSentences } from './week-sentences'

/** A senior's week as a relative may read it. */
export interface SeniorWeek {
  linkId: string
  /** As they called themselves; null while they have not. */
  name: string | null
  sentences: string[]
}

export interface FamilyWeek {
  week: Week
  /** Those who show something of their week, the first linked first. */
  seniors: SeniorWeek[]
}

const careDateBeginsMs = 4 * 60 * 60_000

/** The care date in Korea. */
export const careDateIn = (now: Date) =>
  epochDay(dateIn(usualZone, new Date(now.getTime() - careDateBeginsMs)))

/**
 * The week of everybody who lets the viewer see it just now. Medicines need 지난 약 기록: with 오늘 약 alone only
 * two days are open, and their sum over a week would be the record that was not given.
 */
export async function loadWeek(tx: Tx, personId: string, now: Date): Promise<FamilyWeek> {
  const week = weekShown(careDateIn(now))
  const links = await tx
    .selectFrom('gyeote.family_links')
    .select(['id', 'senior_id', 'senior_name'])
    .where('relative_id', '=', personId)
    .where('status', '=', 'active')
    .orderBy('created_at')
    .execute()
  const [record, cards] = [await visible(tx, 'med'), await visible(tx, 'cards')]
  const seniors: SeniorWeek[] = []
  for (const { id, senior_id, senior_name } of links) {
    const sentences = [
      ...(record.has(senior_id) ? await medicinesOf(tx, senior_id, week, now) : []),
      ...(cards.has(senior_id) ? [cardSentence(await countCards(tx, senior_id, week))] : []),
    ]
    if (sentences.length > 0) seniors.push({ linkId: id, name: senior_name, sentences })
  }
  return { week, seniors }
}

async function medicinesOf(tx: Tx, seniorId: string, { from, to }: Week, at: Date) {
  // One night further: what is taken before 04:00 belongs to the last care date.
  const known = await listFacts(tx, seniorId, { from, to: to + 2 })
  const facts = { ...known, reach: await listReach(tx, seniorId) }
  const now = momentOf(facts, at.getTime())
  const days = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  return medicineSentences(
    days.flatMap((day) => familyDay(facts, now, day).map(({ state }) => state)),
  )
}

async function countCards(tx: Tx, seniorId: string, { from, to }: Week): Promise<number> {
  const rows = await tx
    .selectFrom('gyeote.card_completions')
    .select('card_id')
    .where('person_id', '=', seniorId)
    .where('completed_on', '>=', isoDate(from))
    .where('completed_on', '<=', isoDate(to))
    .execute()
  return rows.length
}
