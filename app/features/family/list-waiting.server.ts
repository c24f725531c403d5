import { formatPhone } from '~/platform/accounts/phone'
import type { Tx } from '~/platform/database/database.server'

/** Somebody who asks to be let in, and whom the senior has not answered. */
export interface WaitingRelative {
  id: string
  /** As they called themselves. */
  name: string
  /** Their verified number, as people write it. */
  phone: string
  sideBySide: boolean
}

export interface Waiting {
  /** Those who read the code first, then the newest requests to the person's number. */
  shown: WaitingRelative[]
  /** There are older requests; they follow as these are answered. */
  more: boolean
}

/** So many requests are shown: strangers are not to flood an old person's page. */
export const mostShown = 5

interface Row {
  id: string
  relative_id: string | null
  relative_name: string | null
  relative_phone: string | null
}

/** Who waits for this person's answer. */
export async function listWaiting(tx: Tx, personId: string): Promise<Waiting> {
  const joined = await joinedOf(tx, personId).orderBy('joined_at').execute()
  const asked = await askedOf(tx, personId)
    .orderBy('created_at', 'desc')
    .limit(mostShown + 1)
    .execute()
  return {
    shown: [
      ...joined.map((row) => waiting(row, true)),
      ...asked.slice(0, mostShown).map((row) => waiting(row, false)),
    ],
    more: asked.length > mostShown,
  }
}

/** The link there is with somebody who asks once more: a yes goes on with it. */
export interface LinkBefore {
  sideBySide: boolean
  /** ms since 1970; null for who only looks. */
  helpsFrom: number | null
}

/** One of them, also when others have asked since; null when nobody waits under this id any more. */
export async function findWaiting(
  tx: Tx,
  personId: string,
  waitingId: string,
): Promise<(WaitingRelative & { linked: LinkBefore | null }) | null> {
  const joined = await joinedOf(tx, personId).where('id', '=', waitingId).executeTakeFirst()
  const found =
    joined ?? (await askedOf(tx, personId).where('id', '=', waitingId).executeTakeFirst())
  if (!found) return null
  const linked = await findLinkBefore(tx, personId, found.relative_id)
  return { ...waiting(found, joined !== undefined), linked }
}

async function findLinkBefore(
  tx: Tx,
  personId: string,
  relativeId: string | null,
): Promise<LinkBefore | null> {
  const link = await tx
    .selectFrom('gyeote.family_links')
    .select(['side_by_side', 'helps_from'])
    .where('senior_id', '=', personId)
    .where('relative_id', '=', relativeId)
    .where('status', '=', 'active')
    .executeTakeFirst()
  if (!link) return null
  const helpsFrom = link.helps_from === null ? null : new Date(link.helps_from).getTime()
  return { sideBySide: link.side_by_side, helpsFrom }
}

const joinedOf = (tx: Tx, personId: string) =>
  tx
    .selectFrom('gyeote.family_invites')
    .select(['id', 'relative_id', 'relative_name', 'relative_phone'])
    .where('senior_id', '=', personId)
    .where('joined_at', 'is not', null)

const askedOf = (tx: Tx, personId: string) =>
  tx
    .selectFrom('gyeote.family_requests')
    .select(['id', 'relative_id', 'relative_name', 'relative_phone'])
    .where('relative_id', '<>', personId)

const waiting = (row: Row, sideBySide: boolean): WaitingRelative => ({
  id: row.id,
  name: row.relative_name ?? '',
  phone: formatPhone(row.relative_phone ?? ''),
  sideBySide,
})
