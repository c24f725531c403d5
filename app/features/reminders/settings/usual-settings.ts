import type { ReminderSettings } from './settings-schema'

/** What holds until a person chooses otherwise; nothing is sent before a phone has asked for it. */
export const usualSettings: ReminderSettings = {
  doses: true,
  repeats: 2,
  everyMinutes: 10,
  namesMedicines: false,
  cardAt: null,
}
