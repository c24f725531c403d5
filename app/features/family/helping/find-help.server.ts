import { sql } from 'kysely'
import { validate } from 'uuid'
import type { Tx } from '~/platform/database/database.server'
import { visible } from '../visible.server'

/** Whose medicines a link lets the viewer change, and from when. */
export interface Help {
  seniorId: string
  /** As they called themselves; null while they have not. */
  name: string | null
  /** `no_consent`: the senior keeps no health data with us. */
  state: 'open' | 'waits' | 'no_consent'
  from: Date
}

/** Null alike for a link that is unknown, somebody else's, over, or lets the viewer only look. */
export async function findHelp(tx: Tx, personId: string, linkId: string): Promise<Help | null> {
  if (!validate(linkId)) return null
  const link = await tx
    .selectFrom('gyeote.family_links')
    .select(['senior_id', 'senior_name', 'helps_from'])
    .where('id', '=', linkId)
    .where('relative_id', '=', personId)
    .where('status', '=', 'active')
    .where('role', '=', 'help')
    .executeTakeFirst()
  if (!link?.helps_from) return null
  const seniorId = link.senior_id
  for (const kind of ['help', 'med_today'])
    if (!(await visible(tx, kind)).has(seniorId)) return null
  const { rows } = await sql<{ open: boolean; waits: boolean }>`
    select ${seniorId}::uuid = any (gyeote.helped_persons()) as open,
      ${link.helps_from}::timestamptz > now() as waits`.execute(tx)
  const { open = false, waits = false } = rows[0] ?? {}
  return {
    seniorId,
    name: link.senior_name,
    state: open ? 'open' : waits ? 'waits' : 'no_consent',
    from: new Date(link.helps_from),
  }
}
