import type { Tx } from '~/platform/database/database.server'
import type { ReminderSettings } from './settings-schema'

/** What the viewer wants to be reminded of from now on. */
export async function setReminders(
  tx: Tx,
  personId: string,
  { doses, repeats, everyMinutes, namesMedicines, cardAt }: ReminderSettings,
  { occurredAt }: { occurredAt: Date },
) {
  const chosen = {
    doses,
    repeats,
    every_minutes: everyMinutes,
    names_medicines: namesMedicines,
    card_minute: cardAt === null ? null : minuteOf(cardAt),
    changed_at: occurredAt,
  }
  await tx
    .insertInto('gyeote.reminder_settings')
    .values({ person_id: personId, ...chosen })
    // Two phones may each have had a word, offline: the later one holds.
    .onConflict((conflict) =>
      conflict
        .column('person_id')
        .doUpdateSet(chosen)
        .where('gyeote.reminder_settings.changed_at', '<=', occurredAt),
    )
    .execute()
  return { status: 'accepted' as const }
}

const minuteOf = (time: string): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}
