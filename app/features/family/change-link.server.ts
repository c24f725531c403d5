import { sql } from 'kysely'
import { validate } from 'uuid'
import type { RequestContext } from '~/platform/context.server'
import type { Tx } from '~/platform/database/database.server'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { endHelpUnseen, noteHelp } from './helping/choose-help.server'
import { consentTextVersion, type SharedKind } from './shared-kinds'

/** What the relative sees from the next request on. @returns false when the link is not the viewer's, or over. */
export async function changeLink(
  context: RequestContext,
  linkId: string,
  kinds: readonly SharedKind[],
): Promise<boolean> {
  requireViewer(context)
  if (!validate(linkId)) return false
  return context.asViewer((tx) => noteKinds(tx, linkId, kinds))
}

async function noteKinds(tx: Tx, linkId: string, kinds: readonly SharedKind[]): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select gyeote.change_family_consents(${linkId}, ${[...kinds]}::text[], ${consentTextVersion})
      as done`.execute(tx)
  await endHelpUnseen(tx, linkId, kinds)
  return rows[0]?.done === true
}

/**
 * The same kinds for another half a year, and helping with them for whoever helps; null: no.
 * `no_kinds` for a yes to nothing, which would be written down as a no; `no_link` when the link is not the viewer's, or over.
 */
export async function renewLink(
  context: RequestContext,
  linkId: string,
  yes: { kinds: readonly SharedKind[]; helps: boolean } | null,
): Promise<'done' | 'no_kinds' | 'no_link'> {
  requireViewer(context)
  if (yes?.kinds.length === 0) return 'no_kinds'
  if (!validate(linkId)) return 'no_link'
  const { kinds, helps } = yes ?? { kinds: [], helps: false }
  return context.asViewer(async (tx) => {
    if (!(await noteKinds(tx, linkId, kinds))) return 'no_link'
    if (helps && kinds.includes('med_today')) await noteHelp(tx, linkId, true)
    return 'done'
  })
}

/** Either side, in one tap. Ending what has ended is the same as once. */
export async function endLink(context: RequestContext, linkId: string): Promise<void> {
  requireViewer(context)
  if (!validate(linkId)) return
  await context.asViewer((tx) => sql`select gyeote.end_family_link(${linkId})`.execute(tx))
}

export async function unblock(context: RequestContext, blockId: string): Promise<void> {
  requireViewer(context)
  if (!validate(blockId)) return
  await context.asViewer((tx) => sql`select gyeote.unblock_family(${blockId})`.execute(tx))
}
