import type { Instant } from '~/features/medication/schedule/care-date'
import type { Facts } from '~/features/medication/schedule/facts'
import type { FamilyAlert } from '../family-alerts/alert-occasions'
import type { Ladder, LadderCall } from '../ladder/ladder'
import type { ReminderSettings } from '../settings/settings-schema'

/** All that decides about one person's reminders at a moment. */
export interface Reminded {
  personId: string
  settings: ReminderSettings
  /** Their health data may be kept: without it nothing is said of doses. */
  consent: boolean
  /** For when the last test reminder was asked; null: none ever. */
  testAt: Instant | null
  phones: readonly ReminderPhone[]
  /** What was pushed in the last two days. */
  sends: readonly EarlierSend[]
  /** Dates (`YYYY-MM-DD`) of the last days on which a card was done. */
  cardDays: readonly string[]
  /** The schedule, with the answers and snoozes of yesterday, today and tomorrow. */
  facts: Facts
  /** What this person's seniors let them be told, of the last day. */
  familyAlerts: readonly FamilyAlert[]
  /** What they chose for their own silence; null while there is no such choice. */
  ladder: Ladder | null
  /** Whose silence they themselves were told of within the last hour. */
  calls: readonly (LadderCall & { senior: Reminded })[]
}

export const remindsOfDoses = ({ settings, consent }: Pick<Reminded, 'settings' | 'consent'>) =>
  settings.doses && consent

export interface ReminderPhone {
  id: string
  endpoint: string
  p256dh: string
  auth: string
  subscribedAt: Instant
  /** The push service asked to be left alone until then. */
  quietUntil: Instant | null
  /** False while it is not sure whose phone it is, and while the account is being removed. */
  ready: boolean
}

export interface EarlierSend {
  about: string
  step: number
  /** Null: to no phone. */
  phone: string | null
  state: 'sending' | 'sent' | 'again' | 'failed' | 'capped' | 'too_late'
  againAt: Instant | null
}
