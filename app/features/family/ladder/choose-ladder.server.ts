import { sql } from 'kysely'
import type { RequestContext } from '~/platform/context.server'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { ladderTextVersion, usualHours, type LadderChoice } from './ladder-choice'

const nothing: LadderChoice = { ...usualHours, courseIds: [], linkIds: [] }

/**
 * What holds from the next dose on, as a consent under today's words; null: nobody is told of anything any more.
 * @returns false when a medicine or a relative is not the viewer's, or not any more
 */
export async function chooseLadder(
  context: RequestContext,
  choice: LadderChoice | null,
): Promise<boolean> {
  requireViewer(context)
  const { afterMinutes, quietFrom, quietTo, courseIds, linkIds } = choice ?? nothing
  const { rows } = await context.asViewer((tx) =>
    sql<{ done: boolean }>`
      select gyeote.choose_ladder(${choice !== null}, ${ladderTextVersion}, ${afterMinutes}::int,
        ${quietFrom}::int, ${quietTo}::int, ${courseIds}::uuid[], ${linkIds}::uuid[],
        ${context.clock.now()}) as done`.execute(tx),
  )
  return rows[0]?.done === true
}
