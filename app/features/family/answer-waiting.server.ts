import { sql } from 'kysely'
import { validate } from 'uuid'
import type { RequestContext } from '~/platform/context.server'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { noteHelp } from './helping/choose-help.server'
import { consentTextVersion, type SharedKind } from './shared-kinds'

/**
 * The senior's yes on their own screen: the link, and every kind as it was chosen with the version of the
 * words; whether they help is one of them. @returns false when nobody waits under this id any more.
 */
export async function acceptWaiting(
  context: RequestContext,
  waitingId: string,
  {
    relation,
    kinds,
    helps = false,
  }: { relation: string; kinds: readonly SharedKind[]; helps?: boolean },
): Promise<boolean> {
  requireViewer(context)
  if (!validate(waitingId)) return false
  return context.asViewer(async (tx) => {
    const { rows } = await sql<{ link: string | null }>`
      select gyeote.accept_family(${waitingId}, ${relation}, ${[...kinds]}::text[],
        ${consentTextVersion}) as link`.execute(tx)
    const link = rows[0]?.link ?? null
    return link !== null && (await noteHelp(tx, link, helps))
  })
}

/** Their no. Whoever asked is not told; who is blocked asks in vain from now on. */
export async function refuseWaiting(
  context: RequestContext,
  waitingId: string,
  { block }: { block: boolean },
): Promise<void> {
  requireViewer(context)
  if (!validate(waitingId)) return
  await context.asViewer((tx) =>
    sql`select gyeote.refuse_family(${waitingId}, ${block})`.execute(tx),
  )
}
