import { sql } from 'kysely'
import type { AfterMinutes } from '~/features/reminders/ladder/ladder'
import type { Tx } from '~/platform/database/database.server'
import type { LadderChoice } from './ladder-choice'

export interface FoundChoice {
  choice: LadderChoice
  /** Half a year is over or nearly: to be asked again, from 14 days before. */
  askAgain: boolean
  /** It is over, and nobody is told of anything. */
  isOver: boolean
}

interface ChoiceRow {
  given: boolean
  over: boolean
  old: boolean
  after_minutes: number
  quiet_from: number
  quiet_to: number
  course_ids: string[]
  link_ids: string[]
}

/** What the viewer chose last; null where they never did, or said no. */
export async function findChoice(tx: Tx, personId: string, at: Date): Promise<FoundChoice | null> {
  const { rows } = await sql<ChoiceRow>`
    select given, chosen_at <= ${at}::timestamptz - interval '6 months' as over,
      chosen_at < ${at}::timestamptz - (interval '6 months' - interval '14 days') as old,
      after_minutes, quiet_from, quiet_to, course_ids, link_ids
    from gyeote.ladder_choices where person_id = ${personId} order by number desc limit 1`.execute(
    tx,
  )
  const row = rows[0]
  if (!row?.given) return null
  const choice: LadderChoice = {
    afterMinutes: row.after_minutes as AfterMinutes,
    quietFrom: row.quiet_from,
    quietTo: row.quiet_to,
    courseIds: row.course_ids,
    linkIds: row.link_ids,
  }
  return { choice, askAgain: row.old, isOver: row.over }
}
