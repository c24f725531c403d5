import type { RequestContext } from '~/platform/context.server'
import type { ReminderSettings } from './settings-schema'

/** A phone that is reminded. Instants in ISO 8601. */
export interface ReminderDevice {
  id: string
  label: string
  /** SHA-256 of the endpoint as base64url, by which a phone finds its own. */
  endpointHash: string
  subscribedAt: string
  lastDeliveredAt: string | null
  lastSentAt: string | null
  lastError: string | null
}

export interface Reminders {
  settings: ReminderSettings
  devices: ReminderDevice[]
  test: { dueAt: string; sentAt: string | null; deliveredAt: string | null } | null
}

export type ReadReminders = (context: RequestContext) => Promise<Reminders>
