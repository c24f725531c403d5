import { validate } from 'uuid'
import { listMonth } from '~/features/medication/history/list-month.server'
import { monthsBeside } from '~/features/medication/history/month-page'
import { momentOf } from '~/features/medication/schedule/moment'
import type { RequestContext } from '~/platform/context.server'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { findVersion } from '../find-version.server'
import { listReach } from '../list-reach.server'
import { noteLooks } from '../presence/note-looks.server'
import { visible } from '../visible.server'
import { familyMonth, type FamilyDay } from './family-month'

/** A month of a senior who lets the viewer see it: sentences and states, no facts. */
export interface FamilyMonthPage {
  linkId: string
  /** As they called themselves; null while they have not. */
  name: string | null
  /** `YYYY-MM` */
  month: string
  days: FamilyDay[]
  /** The months before and after; null where there is nothing to look at. */
  earlier: string | null
  later: string | null
  version: string
}

/**
 * @param asked `YYYY-MM`
 * @returns null alike for a link that is unknown, somebody else's or over, for a month that is not shown, and in a
 * session that is not sure of itself
 */
export async function loadFamilyMonth(
  context: RequestContext,
  linkId: string,
  asked: string,
): Promise<FamilyMonthPage | null> {
  const { personId } = requireViewer(context)
  if (!validate(linkId)) return null
  const at = context.clock.now().getTime()
  const page = await context.asViewer(async (tx) => {
    const version = await findVersion(tx)
    const link = await tx
      .selectFrom('gyeote.family_links')
      .select(['senior_id', 'senior_name'])
      .where('id', '=', linkId)
      .where('relative_id', '=', personId)
      .where('status', '=', 'active')
      .executeTakeFirst()
    if (!link) return null
    const found = await listMonth(tx, link.senior_id, asked, at)
    const reach = await listReach(tx, link.senior_id)
    // Asked last: with today's consent alone the days before would read as if nobody had answered.
    if (!found || !(await visible(tx, 'med')).has(link.senior_id)) return null
    const facts = { ...found.facts, reach }
    const now = momentOf(facts, at)
    return {
      linkId,
      name: link.senior_name,
      month: found.month,
      days: familyMonth(facts, found.month, now),
      ...monthsBeside(found.month, facts, now.day),
      version,
    }
  })
  if (page) noteLooks(context, [linkId])
  return page
}
