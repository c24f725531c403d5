import { sql } from 'kysely'
import { validate } from 'uuid'
import { beginLastPushes } from '~/features/account/phones/send-last-pushes.server'
import type { RequestContext } from '~/platform/context.server'
import type { Tx } from '~/platform/database/database.server'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { forgetAllSessions } from '~/platform/session/session-memory.server'

export type PhonesEnded =
  { ended: true; phones: number } | { ended: false; reason: 'not_allowed' | 'too_many' }

/** Whose phones the viewer may end, by person: whoever lets them help, also where no medicine is shown or kept. */
export async function listTrusting(tx: Tx): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ ids: string[] }>`select gyeote.trusting_persons() as ids`.execute(tx)
  return new Set(rows[0]?.ids)
}

/** The senior of this link, where the viewer may end their phones; else null. */
export async function findTrusting(
  tx: Tx,
  linkId: string,
): Promise<{ name: string | null } | null> {
  if (!validate(linkId)) return null
  const { rows } = await sql<{ name: string | null }>`
    select senior_name as name from gyeote.family_links
    where id = ${linkId} and relative_id = auth.uid()
      and senior_id = any ((select gyeote.trusting_persons())::uuid[])`.execute(tx)
  return rows[0] ?? null
}

/**
 * Ends every phone of the senior of this link: their next request is refused, and they erase what they keep. Only for
 * who helps; the senior reads on their next phone who did it and when.
 */
export async function endPhonesOf(context: RequestContext, linkId: string): Promise<PhonesEnded> {
  const viewer = requireViewer(context)
  if (!validate(linkId)) return { ended: false, reason: 'not_allowed' }
  if (!(await context.limits.take('endPhonesPerPerson', viewer.personId)))
    return { ended: false, reason: 'too_many' }
  const { rows } = await context.asViewer((tx) =>
    sql<{ phones: number | null }>`
      select gyeote.end_phones_of_helped(${linkId}, ${context.clock.now()}) as phones`.execute(tx),
  )
  const phones = rows[0]?.phones ?? null
  if (phones === null) return { ended: false, reason: 'not_allowed' }
  forgetAllSessions(context.db)
  await beginLastPushes(context)
  return { ended: true, phones }
}
