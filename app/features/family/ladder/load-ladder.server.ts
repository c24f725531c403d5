import { sql } from 'kysely'
import { labelOf } from '~/features/medication/courses/course-label'
import { coursesInUse } from '~/features/medication/courses/courses-in-use'
import { listFacts } from '~/features/medication/facts/list-facts.server'
import { momentOf } from '~/features/medication/schedule/moment'
import { readReminders } from '~/features/reminders/read-reminders.server'
import type { RequestContext } from '~/platform/context.server'
import { listRelatives } from '../list-relatives.server'
import { findChoice } from './find-choice.server'
import type { LadderChoice } from './ladder-choice'

export interface LadderPage {
  isOn: boolean
  /** What was chosen last, also when its half year is over; null where nothing is chosen. */
  choice: LadderChoice | null
  /** Half a year is over or nearly: to be chosen anew. */
  askAgain: boolean
  medicines: { id: string; label: string }[]
  /** Only those who may see today's medicines can be told. */
  relatives: LadderRelative[]
  /** Why nobody would be told whatever is chosen: reminders are off, or come to no phone. */
  lacks: 'reminders' | 'phone' | null
}

export interface LadderRelative {
  linkId: string
  name: string
  relation: string
  /** A push reaches them; else they are passed over. */
  reached: boolean
}

/** What the senior chose of the ladder, and what there is to choose from. */
export async function loadLadder(context: RequestContext, personId: string): Promise<LadderPage> {
  const at = context.clock.now()
  const reminders = await readReminders(context)
  return context.asViewer(async (tx) => {
    const { rows } = await sql<{ reach: { linkId: string; reached: boolean }[] | null }>`
      select gyeote.ladder_reach(${at}) as reach`.execute(tx)
    const reach = new Map(rows[0]?.reach?.map(({ linkId, reached }) => [linkId, reached]))
    const relatives = await listRelatives(tx, personId)
    const facts = await listFacts(tx, personId, { from: 0, to: 0 })
    const inUse = coursesInUse(facts, momentOf(facts, at.getTime()))
    const newest = await findChoice(tx, personId, at)
    return {
      isOn: newest !== null && !newest.isOver,
      choice: newest?.choice ?? null,
      askAgain: newest?.askAgain ?? false,
      medicines: inUse
        .filter(({ course }) => course.kind !== 'as_needed')
        .map(({ course: { id } }) => ({ id, label: labelOf(facts, id) })),
      relatives: relatives.flatMap(({ linkId, name, relation }) => {
        const reached = reach.get(linkId)
        return reached === undefined ? [] : [{ linkId, name, relation, reached }]
      }),
      lacks: !reminders.settings.doses
        ? 'reminders'
        : reminders.devices.length === 0
          ? 'phone'
          : null,
    }
  })
}
