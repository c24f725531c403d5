import { formatPhone } from '~/platform/accounts/phone'
import { addDays, dateIn } from '~/platform/clock'
import type { RequestContext } from '~/platform/context.server'
import { inKorean } from './korean-date'

const daysToUndo = 7
const zone = 'Asia/Seoul'

export interface MyAccount {
  name: string | null
  /** As people write it, or null without a number. */
  phone: string | null
  isDemo: boolean
  /** `YYYY-MM-DD` in Korea on which the account goes, or null. */
  removedOn: string | null
  /** The day from which name and account may be changed again, as words: 12월 6일; null when they may. */
  heldUntil: string | null
}

/** What 내 정보 shows of the viewer; null for a visitor. */
export async function getMyAccount(context: RequestContext): Promise<MyAccount | null> {
  const { viewer, heldUntil } = context.session
  if (!viewer) return null
  const person = await context.asViewer((tx) =>
    tx
      .selectFrom('gyeote.people')
      .select(['display_name', 'is_demo', 'deletion_requested_at'])
      .where('id', '=', viewer.personId)
      .executeTakeFirst(),
  )
  if (!person) return null
  // Whoever has only just said that it is theirs (decision 0007) is not told, and decides nothing about it.
  const asked = heldUntil ? null : person.deletion_requested_at
  return {
    name: person.display_name,
    phone: viewer.phone && formatPhone(viewer.phone),
    isDemo: person.is_demo,
    heldUntil: heldUntil && inKorean(dateIn(zone, heldUntil)),
    removedOn: asked && addDays(dateIn(zone, new Date(asked)), daysToUndo),
  }
}
