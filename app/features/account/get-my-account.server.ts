import { formatPhone } from '~/platform/accounts/phone'
import { addDays, dateIn } from '~/platform/clock'
import type { RequestContext } from '~/platform/context.server'

const daysToUndo = 7

export interface MyAccount {
  name: string | null
  /** As people write it, or null without a number. */
  phone: string | null
  isDemo: boolean
  /** `YYYY-MM-DD` in Korea on which the account goes, or null. */
  removedOn: string | null
}

/** What 내 정보 shows of the viewer; null for a visitor. */
export async function getMyAccount(context: RequestContext): Promise<MyAccount | null> {
  const viewer = context.session.viewer
  if (!viewer) return null
  const person = await context.asViewer((tx) =>
    tx
      .selectFrom('gyeote.people')
      .select(['display_name', 'is_demo', 'deletion_requested_at'])
      .where('id', '=', viewer.personId)
      .executeTakeFirst(),
  )
  if (!person) return null
  const asked = person.deletion_requested_at
  return {
    name: person.display_name,
    phone: viewer.phone && formatPhone(viewer.phone),
    isDemo: person.is_demo,
    removedOn: asked && addDays(dateIn('Asia/Seoul', new Date(asked)), daysToUndo),
  }
}
