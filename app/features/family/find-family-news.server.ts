import { sql } from 'kysely'
import type { RequestContext } from '~/platform/context.server'
import type { FamilyToShow } from '~/features/scam-check/alert/family-to-show'
import { listFamilyToShow } from '~/features/scam-check/alert/list-family-to-show.server'
import { findChoice } from './ladder/find-choice.server'
import { findLadderNews, type LadderNews } from './ladder/find-ladder-news.server'
import { listRelatives } from './list-relatives.server'
import { familyDate } from './words/family-date'
import type { WordToHear } from './words/kept-family'
import { listWordsToHear } from './words/list-words-to-hear.server'

/** What the first page says of the family. */
export interface FamilyNews {
  /** Somebody sees something of the viewer: their phone says when it is here. */
  linked: boolean
  /** Somebody may know that the viewer is here today: the page says so once. */
  sharesPresence: boolean
  /** How many wait for the viewer's first answer. */
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

/** Null for a visitor, and in a session that is not sure of itself. */
export async function findFamilyNews(context: RequestContext): Promise<FamilyNews | null> {
  const viewer = context.session.viewer
  if (!viewer || context.session.heldUntil) return null
  const { personId } = viewer
  const day = familyDate(context.clock.now())
  return context.asViewer(async (tx) => {
    const { rows } = await sql<{
      linked: boolean
      presence: boolean
      waiting: number
      fine: Date | string | null
    }>`
      select exists (select from gyeote.family_links
          where senior_id = ${personId} and status = 'active') as linked,
        gyeote.shares_presence() as presence,
        ((select count(*) from gyeote.family_invites
          where senior_id = ${personId} and joined_at is not null)
        + (select count(*) from gyeote.family_requests where relative_id <> ${personId}))::int
          as waiting,
        (select said_at from gyeote.family_fine where person_id = ${personId} and day = ${day})
          as fine`.execute(tx)
    const { linked = false, presence = false, waiting = 0, fine = null } = rows[0] ?? {}
    const ladder = linked ? await findChoice(tx, personId, context.clock.now()) : null
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
      ladder: linked ? await findLadderNews(tx, personId, context.clock.now()) : [],
    }
  })
}
