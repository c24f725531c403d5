import { sql } from 'kysely'
import type { RequestContext } from '~/platform/context.server'

const waitMs = 2 * 60_000

/** A test reminder to the viewer's phones in two minutes: when, or null where there is no phone to push to. */
export async function askForTest(context: RequestContext): Promise<Date | null> {
  const dueAt = new Date(context.clock.now().getTime() + waitMs)
  const { rows } = await context.asViewer((tx) =>
    sql<{ asked: boolean }>`select gyeote.ask_for_test_reminder(${dueAt}) as asked`.execute(tx),
  )
  return rows[0]?.asked ? dueAt : null
}
