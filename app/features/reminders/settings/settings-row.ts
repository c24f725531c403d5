import type { ReminderSettings } from './settings-schema'
import { usualSettings } from './usual-settings'

/** As table `reminder_settings` has it; `card_minute` is the minute of the day. */
export interface SettingsRow {
  doses: boolean
  repeats: number
  every_minutes: number
  names_medicines: boolean
  card_minute: number | null
}

export const settingsOf = (row: SettingsRow | null | undefined): ReminderSettings =>
  row
    ? {
        doses: row.doses,
        repeats: row.repeats as ReminderSettings['repeats'],
        everyMinutes: row.every_minutes as ReminderSettings['everyMinutes'],
        namesMedicines: row.names_medicines,
        cardAt: row.card_minute === null ? null : timeOf(row.card_minute),
      }
    : usualSettings

export const rowOfSettings = (settings: ReminderSettings): SettingsRow => ({
  doses: settings.doses,
  repeats: settings.repeats,
  every_minutes: settings.everyMinutes,
  names_medicines: settings.namesMedicines,
  card_minute: settings.cardAt === null ? null : minuteOf(settings.cardAt),
})

const timeOf = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')

const minuteOf = (time: string): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}
