import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { readReminders } from '~/features/reminders/read-reminders.server'
import type { RemindersPage } from '~/features/reminders/reminders-page'
import { formatPhone } from '~/platform/accounts/phone'
import type { RequestContext } from '~/platform/context.server'

export interface SittingPage {
  /** The number as people write it; null without one. */
  phone: string | null
  /** Held back for a week after the number was asked about: nothing is known of medicines and family. */
  isHeld: boolean
  courses: number
  relatives: number
  reminders: RemindersPage
  /** What is typed on the parent's phone to come here. */
  address: string
}

/** What the server knows of whoever uses this phone, for a sitting. */
export async function readSitting(context: RequestContext, url: string): Promise<SittingPage> {
  const { viewer, heldUntil } = context.session
  const personId = viewer?.personId ?? null
  const counted = personId === null ? undefined : await count(context, personId)
  return {
    phone: viewer?.phone ? formatPhone(viewer.phone) : null,
    isHeld: heldUntil !== null,
    courses: counted?.courses ?? 0,
    relatives: counted?.relatives ?? 0,
    reminders: {
      shell: false,
      personId,
      hasNumber: Boolean(viewer?.phone),
      commandId: uuidv7(),
      ...(await readReminders(context)),
    },
    address: new URL(context.env.PUBLIC_URL ?? url).host,
  }
}

async function count(context: RequestContext, personId: string) {
  const { rows } = await context.asViewer((tx) =>
    sql<{ courses: number; relatives: number }>`
      select
        (select count(*)::int from gyeote.courses where person_id = ${personId}) as courses,
        (select count(*)::int from gyeote.family_links
          where senior_id = ${personId} and status = 'active') as relatives`.execute(tx),
  )
  return rows[0]
}
