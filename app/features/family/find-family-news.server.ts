import { sql } from 'kysely'
import type { Tx } from '~/platform/database/database.server'
import type { FamilyToShow } from '~/features/scam-check/alert/family-to-show'
import { listFamilyToShow } from '~/features/scam-check/alert/list-family-to-show.server'
import { findChoice } from './ladder/find-choice.server'
import { findLadderNews, type LadderNews } from './ladder/find-ladder-news.server'
import { listRelatives } from './list-relatives.server'
import { mostShown } from './list-waiting.server'
import { familyDate } from './words/family-date'
import type { WordToHear } from './words/kept-family'
import { listWordsToHear } from './words/list-words-to-hear.server'

/** What the first page says of the family. */
export interface FamilyNews {
  /** Somebody sees something of the viewer: their phone says when it is here. */
  linked: boolean
  /** Somebody may know that the viewer is here today: the page says so once. */
  sharesPresence: boolean
  /** How many wait for the viewer's first answer, as many as their page shows. */
  waiting: number
  /** How many are to be asked about again, half a year after the last answer. */
  askAgain: number
  /** The day of this page, `YYYY-MM-DD`. */
  day: string
  /** When the viewer told their family that all is well today, ISO 8601. */
  fineAt: string | null
  /** What the family wrote to the viewer, the oldest first. */
  words: WordToHear[]
  /** Whom the viewer's phone shows a dangerous message, and tells of it. */
  toShow: FamilyToShow[]
  /** Of today's silences: that the family will be told, or was. */
  ladder: LadderNews[]
}

/** Of a viewer whose session is sure of itself. */
export async function familyNewsOf(tx: Tx, personId: string, now: Date): Promise<FamilyNews> {
  const day = familyDate(now)
  const { rows } = await sql<{
    linked: boolean
    presence: boolean
    waiting: number
    fine: Date | string | null
  }>`select linked, presence, waiting, fine
    from gyeote.family_news_of(${personId}, ${day}::date, ${mostShown})`.execute(tx)
  const { linked = false, presence = false, waiting = 0, fine = null } = rows[0] ?? {}
  const ladder = linked ? await findChoice(tx, personId, now) : null
  const relatives = linked ? await listRelatives(tx, personId) : []
  return {
    linked,
    sharesPresence: presence,
    waiting,
    askAgain: relatives.filter(({ askAgain }) => askAgain).length + (ladder?.askAgain ? 1 : 0),
    day,
    fineAt: fine && new Date(fine).toISOString(),
    words: linked ? await listWordsToHear(tx) : [],
    toShow: linked ? await listFamilyToShow(tx) : [],
    ladder: linked ? await findLadderNews(tx, personId, now) : [],
  }
}
