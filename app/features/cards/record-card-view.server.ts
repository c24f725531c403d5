import { sql } from 'kysely'
import { dateIn } from '~/platform/clock'
import type { RequestContext } from '~/platform/context.server'
import { getLearning } from './get-learning.server'
import { findCard } from './find-card.server'

/** Notes in the trail that the viewer opened a card, once per person, card and day. Visitors leave no trace. */
export async function recordCardView(context: RequestContext, cardId: string): Promise<void> {
  if (!context.session.viewer || !(await findCard(context, cardId))) return
  const { timeZone } = await getLearning(context)
  const today = dateIn(timeZone, context.clock.now())
  await context.asViewer((tx) =>
    sql`select gyeote.record_card_view(${cardId}, ${today}::date)`.execute(tx),
  )
}
