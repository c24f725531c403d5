import { sql } from 'kysely'
import { groupsOf } from '~/features/medication/dose-card/dose-groups'
import { listFacts } from '~/features/medication/facts/list-facts.server'
import { isoDate, epochDay } from '~/features/medication/schedule/care-date'
import { momentOf, usualZone } from '~/features/medication/schedule/moment'
import { wallIn } from '~/features/medication/schedule/wall-time'
import { timeInWords } from '~/features/medication/wording'
import { betweenMs } from '~/features/reminders/ladder/ladder'
import { timeOfGroup } from '~/features/reminders/ladder/ladder-words'
import { dateIn } from '~/platform/clock'
import type { Tx } from '~/platform/database/database.server'

/** Of a group of today's or last night's doses: that the family will be told, or who was and who looks after it. */
export interface LadderNews {
  /** Care date, `YYYY-MM-DD`, and slot. */
  day: string
  slot: string
  /** `오전 8시 약` */
  time: string
  told: string[]
  /** Who said 「제가 챙길게요」. */
  takenOnBy: string | null
  /** When the family will be told, while nobody was: `오전 9시`. */
  soonAt: string | null
  /** The senior may still say that nobody, or nobody further, is to be told. */
  mayStop: boolean
  /** The doses are answered meanwhile: that ended it. */
  isAnswered: boolean
}

interface GroupRow {
  about: string
  warned_at: Date | string | null
  told: string[] | null
  how: 'stopped' | 'taken_on' | null
  name: string | null
}

/** The newest first. Empty, and cheap, for who has no ladder. */
export async function findLadderNews(tx: Tx, personId: string, at: Date): Promise<LadderNews[]> {
  const today = epochDay(dateIn(usualZone, at))
  const { rows } = await sql<GroupRow>`
    with warned as (
      select split_part(about, '|', 1) || '|' || split_part(about, '|', 3) as about,
        max(sent_at) as warned_at
      from gyeote.reminder_sends
      where person_id = ${personId} and about >= ${String(today - 1)} and sent_at is not null
        and split_part(about, '|', 2) = 'warn'
      group by 1
    ), told as (
      select about, array_agg(coalesce(link.relative_name, '가족') order by opened_at) as told
      from gyeote.ladder_steps step join gyeote.family_links link on link.id = step.link_id
      where step.person_id = ${personId} and about >= ${String(today - 1)}
      group by 1
    )
    select about, warned_at, told, how, name
    from warned full join told using (about)
    left join (select about, how, name from gyeote.ladder_ends where person_id = ${personId}) ended
      using (about)
    order by about desc`.execute(tx)
  if (rows.length === 0) return []
  const facts = await listFacts(tx, personId, { from: today - 1, to: today + 2 })
  const now = momentOf(facts, at.getTime())
  const groups = groupsOf(facts, today - 1, today + 2, now)
  return rows.flatMap((row): LadderNews[] => {
    const group = groups.find(({ key }) => key === row.about)
    if (!group || group.day < now.day - 1) return []
    const isOpen = group.open.length > 0
    const warnedMs = row.warned_at ? new Date(row.warned_at).getTime() : 0
    const isSoon = isOpen && row.how === null && at.getTime() < warnedMs + betweenMs
    if (!row.told && !isSoon) return []
    // What happened yesterday and is answered needs no word any more.
    if (!isOpen && group.day < now.day) return []
    return [
      {
        day: isoDate(group.day),
        slot: group.slotId,
        time: timeOfGroup(group),
        told: row.told ?? [],
        takenOnBy: row.how === 'taken_on' ? (row.name ?? '가족') : null,
        soonAt: row.told ? null : timeInWords(wallIn(now.zone, warnedMs + betweenMs)),
        mayStop: isOpen && row.how === null,
        isAnswered: !isOpen,
      },
    ]
  })
}
