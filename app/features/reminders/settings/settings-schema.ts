import * as z from 'zod/mini'

/** How often a dose may be asked for again, and how many minutes lie between. */
export const repeatChoices = [0, 1, 2, 3] as const
export const minuteChoices = [5, 10, 15, 30] as const

/** What a person wants to be reminded of, as the command `set_reminders` carries it: always the whole of it. */
export const reminderSettingsSchema = z.object({
  doses: z.boolean(),
  repeats: z.literal(repeatChoices),
  everyMinutes: z.literal(minuteChoices),
  /** Medicines are named on the locked screen, for whoever stands beside it. */
  namesMedicines: z.boolean(),
  /** `HH:MM` on the person's wall; null: no reminder of the card. */
  cardAt: z.nullable(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))),
})
export type ReminderSettings = z.infer<typeof reminderSettingsSchema>
