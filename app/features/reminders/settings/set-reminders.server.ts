import { sql } from 'kysely'
import type { Tx } from '~/platform/database/database.server'
import { rowOfSettings } from './settings-row'
import type { ReminderSettings } from './settings-schema'

/** What the viewer wants to be reminded of from now on. */
export async function setReminders(
  tx: Tx,
  _personId: string,
  settings: ReminderSettings,
  { occurredAt }: { occurredAt: Date },
) {
  const { doses, repeats, every_minutes, names_medicines, card_minute } = rowOfSettings(settings)
  await sql`
    select gyeote.choose_reminders(${doses}, ${repeats}::int, ${every_minutes}::int,
      ${names_medicines}, ${card_minute}::int, ${occurredAt})`.execute(tx)
  return { status: 'accepted' as const }
}
