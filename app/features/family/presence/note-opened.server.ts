import { sql } from 'kysely'
import type { RequestContext } from '~/platform/context.server'

/**
 * The viewer has opened 곁에: written down once a care date, and only while some relative has the consent to
 * know of it.
 */
export async function noteOpened(context: RequestContext): Promise<void> {
  await context.asViewer((tx) => sql`select gyeote.note_presence()`.execute(tx))
}
