import { sql } from 'kysely'
import type { RequestContext } from '~/platform/context.server'

/**
 * The viewer is being shown something of the seniors of these links, for the seniors to read. Nobody waits for
 * it, and a failure is the log's: the page is there already.
 */
export function noteLooks(context: RequestContext, linkIds: readonly string[]): void {
  if (linkIds.length === 0) return
  context
    .asViewer((tx) => sql`select gyeote.note_family_looks(${[...linkIds]}::uuid[])`.execute(tx))
    .catch((error: unknown) => context.log.error(error))
}
