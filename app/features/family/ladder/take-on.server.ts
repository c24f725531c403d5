import { sql } from 'kysely'
import { validate } from 'uuid'
import type { RequestContext } from '~/platform/context.server'
import { requireViewer } from '~/platform/session/require-viewer.server'

/** `other`: somebody else was first. `over`: there is nothing to look after any more. */
export type TakenOn = 'taken_on' | 'other' | 'over'

/** 「제가 챙길게요」: the viewer looks after it, and nobody else is told any more. Twice is the same as once. */
export async function takeOn(context: RequestContext, stepId: string): Promise<TakenOn> {
  requireViewer(context)
  if (!validate(stepId)) return 'over'
  const { rows } = await context.asViewer((tx) =>
    sql<{ came: TakenOn }>`
      select gyeote.take_on_ladder(${stepId}::uuid, ${context.clock.now()}) as came`.execute(tx),
  )
  return rows[0]?.came ?? 'over'
}
