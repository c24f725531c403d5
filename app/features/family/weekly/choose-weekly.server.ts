import { sql } from 'kysely'
import type { RequestContext } from '~/platform/context.server'
import type { Tx } from '~/platform/database/database.server'
import { requireViewer } from '~/platform/session/require-viewer.server'

/** How the viewer gets the week. */
export interface WeeklyChoice {
  way: 'push' | 'email' | null
  /** Their own address, proven. */
  email: string | null
  /** An address that waits for its code, while there is still time for it. */
  asked: string | null
  /** The last one did not arrive. */
  error: 'refused' | 'no_phone' | null
}

const off: WeeklyChoice = { way: null, email: null, asked: null, error: null }

export async function findWeekly(tx: Tx, personId: string, now: Date): Promise<WeeklyChoice> {
  const { rows } = await sql<WeeklyChoice>`
    select way, email, error,
      case when code_until > ${now} and tries_left > 0 then asked_email end as asked
    from gyeote.family_weekly where person_id = ${personId}`.execute(tx)
  return rows[0] ?? off
}

/** From now on to the viewer's phones; an address is forgotten. */
export async function choosePush(context: RequestContext): Promise<void> {
  requireViewer(context)
  await context.asViewer((tx) => sql`select gyeote.choose_weekly_push()`.execute(tx))
}

/** Off, and nothing is kept. */
export async function stopWeekly(context: RequestContext): Promise<void> {
  requireViewer(context)
  await context.asViewer((tx) => sql`select gyeote.stop_weekly()`.execute(tx))
}
