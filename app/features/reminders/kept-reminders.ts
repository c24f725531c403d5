import * as z from 'zod/mini'
import type { KeptShape } from '~/offline/store/kept-shape'
import type { Reminders } from './read-reminders.server'
import { reminderSettingsSchema } from './settings/settings-schema'

export type KeptReminders = Pick<Reminders, 'settings' | 'devices'> & {
  /** Older builds kept none. */
  heldUntil?: string | null | undefined
}

const instant = z.nullable(z.string())

/** What the phone keeps of the page, so that it opens and its form begins right without a network. */
export const keptReminders: KeptShape<KeptReminders> = {
  name: 'reminders',
  v: 1,
  schema: z.object({
    settings: reminderSettingsSchema,
    devices: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        endpointHash: z.string(),
        subscribedAt: z.string(),
        lastDeliveredAt: instant,
        lastSentAt: instant,
        lastError: instant,
      }),
    ),
    heldUntil: z.optional(instant),
  }),
}
