import type { Tx } from '~/platform/database/database.server'
import { rowOfSettings } from './settings-row'
import type { ReminderSettings } from './settings-schema'

/** What the viewer wants to be reminded of from now on. */
export async function setReminders(
  tx: Tx,
  personId: string,
  settings: ReminderSettings,
  { occurredAt }: { occurredAt: Date },
) {
  const chosen = { ...rowOfSettings(settings), changed_at: occurredAt }
  await tx
    .insertInto('gyeote.reminder_settings')
    .values({ person_id: personId, ...chosen })
    // Two phones may each have had a word without a network: the later one holds.
    .onConflict((conflict) =>
      conflict
        .column('person_id')
        .doUpdateSet(chosen)
        .where('gyeote.reminder_settings.changed_at', '<=', occurredAt),
    )
    .execute()
  return { status: 'accepted' as const }
}
