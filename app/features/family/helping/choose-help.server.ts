import { sql } from 'kysely'
import { validate } from 'uuid'
import type { RequestContext } from '~/platform/context.server'
import type { Tx } from '~/platform/database/database.server'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { helpTextVersion, type Role } from './help-words'

/**
 * Whether a relative may change the viewer's medicines, from the next request on. `needs_today` when they
 * may not see them; `no_link` when the link is not the viewer's, or over.
 */
export async function chooseHelp(
  context: RequestContext,
  linkId: string,
  role: Role,
  shown: readonly string[],
): Promise<'done' | 'needs_today' | 'no_link'> {
  requireViewer(context)
  if (!validate(linkId)) return 'no_link'
  if (role === 'help' && !shown.includes('med_today')) return 'needs_today'
  const done = await context.asViewer((tx) => noteHelp(tx, linkId, role === 'help'))
  return done ? 'done' : 'no_link'
}

/** Writes the choice down with the version of its words. @returns false as `chooseHelp` says `no_link` */
export async function noteHelp(tx: Tx, linkId: string, helps: boolean): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select gyeote.choose_family_help(${linkId}::uuid, ${helps}, ${helpTextVersion}) as done`.execute(
    tx,
  )
  return rows[0]?.done === true
}

/** Who sees the medicines no longer does not change them either, nor once they are shown again. */
export async function endHelpUnseen(
  tx: Tx,
  linkId: string,
  shown: readonly string[],
): Promise<void> {
  if (shown.includes('med_today')) return
  const helper = await tx
    .selectFrom('gyeote.family_links')
    .select('id')
    .where('id', '=', linkId)
    .where('role', '=', 'help')
    .executeTakeFirst()
  if (helper) await noteHelp(tx, linkId, false)
}
