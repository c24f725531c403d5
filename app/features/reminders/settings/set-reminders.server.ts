import { sql } from 'kysely'
import type { Tx } from '~/platform/database/database.server'
import { rowOfSettings } from './settings-row'
import type { ReminderSettings } from './settings-schema'

/** What the viewer wants to be reminded of from now on. `held`: for the person it would be a stranger's choice (decision 0007). */
export async function setReminders(
  tx: Tx,
  _personId: string,
  settings: ReminderSettings,
  { occurredAt }: { occurredAt: Date },
) {
  const { doses, repeats, every_minutes, names_medicines, card_minute } = rowOfSettings(settings)
  const { rows } = await sql<{ chosen: boolean }>`
    select gyeote.choose_reminders(${doses}, ${repeats}::int, ${every_minutes}::int,
      ${names_medicines}, ${card_minute}::int, ${occurredAt})
      as chosen`.execute(tx)
  return rows[0]?.chosen
    ? { status: 'accepted' as const }
    : { status: 'refused' as const, reason: 'held' as const }
}
