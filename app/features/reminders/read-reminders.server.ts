import { sql } from 'kysely'
import { epochDay, minutesPerDay } from '~/features/medication/schedule/care-date'
import { usualZone } from '~/features/medication/schedule/moment'
import { instantOf } from '~/features/medication/schedule/wall-time'
import { dateIn } from '~/platform/clock'
import type { RequestContext } from '~/platform/context.server'
import { settingsOf, type SettingsRow } from './settings/settings-row'
import type { ReminderSettings } from './settings/settings-schema'
import { usualSettings } from './settings/usual-settings'

/** A phone that is reminded. Instants in ISO 8601. */
export interface ReminderDevice {
  id: string
  label: string
  /** SHA-256 of the endpoint as base64url, by which a phone finds its own. */
  endpointHash: string
  subscribedAt: string
  /** When its worker last said that a push had arrived. */
  lastDeliveredAt: string | null
  /** When its push service last took one. */
  lastSentAt: string | null
  /** Of the last push: `no_answer`, `too_many`, `too_large`, `refused_<status>`; null when it was taken. */
  lastError: string | null
}

export interface Reminders {
  settings: ReminderSettings
  devices: ReminderDevice[]
  /** The last test reminder that was asked for. */
  test: { dueAt: string; sentAt: string | null; deliveredAt: string | null } | null
  /** Something of today was not sent any more: the day's cap is reached. */
  isCapped: boolean
  /** Of some dose of today nobody was reminded while a reminder was of use. */
  isLate: boolean
  /** Until then nothing may be chosen, and nothing comes to this phone (decision 0007); null when that is over. */
  heldUntil: string | null
}

const nothing: Reminders = {
  settings: usualSettings,
  devices: [],
  test: null,
  isCapped: false,
  isLate: false,
  heldUntil: null,
}

interface ReadRow {
  settings: SettingsRow | null
  devices: (Omit<ReminderDevice, 'endpointHash'> & { hash: string })[]
  test_at: Date | null
  test_sent: Date | null
  test_delivered: Date | null
  is_capped: boolean
  is_late: boolean
}

export type ReadsReminders = Pick<RequestContext, 'clock' | 'session' | 'asViewer'>

/** What the viewer is reminded of, and on which phones; for a visitor what everybody begins with. */
export async function readReminders(context: ReadsReminders): Promise<Reminders> {
  const { viewer, heldUntil } = context.session
  const personId = viewer?.personId
  if (!personId) return nothing
  const date = dateIn(usualZone, context.clock.now())
  const yesterday = String(epochDay(date) - 1)
  const today = new Date(instantOf(epochDay(date) * minutesPerDay, usualZone))
  const { rows } = await context.asViewer((tx) =>
    sql<ReadRow>`
      select
        (select row_to_json(chosen) from gyeote.reminder_settings chosen
          where chosen.person_id = ${personId}) as settings,
        (select coalesce(json_agg(json_build_object('id', phone.id, 'label', device.label,
            'hash', encode(phone.endpoint_hash, 'hex'), 'subscribedAt', phone.subscribed_at,
            'lastDeliveredAt', phone.delivered_at, 'lastSentAt', phone.sent_at,
            'lastError', phone.error) order by phone.subscribed_at), '[]')
          from gyeote.push_devices phone join gyeote.devices device using (session_id)
          where phone.person_id = ${personId}) as devices,
        exists (
          select from gyeote.reminder_sends capped
          where capped.person_id = viewer.id and capped.state = 'capped'
            and capped.about >= ${yesterday}::text and capped.due_at >= ${today}) as is_capped,
        exists (
          select from gyeote.reminder_sends late
          where late.person_id = viewer.id and late.state = 'too_late'
            and split_part(late.about, '|', 2) = 'dose'
            and late.about >= ${yesterday}::text and late.due_at >= ${today}
            and not exists (select from gyeote.reminder_sends gone
              where gone.person_id = late.person_id and gone.about = late.about
                and gone.state = 'sent')) as is_late,
        plan.test_at, test.sent_at as test_sent, test.delivered_at as test_delivered
      from (values (${personId}::uuid)) as viewer (id)
      left join gyeote.reminder_plans plan on plan.person_id = viewer.id
      left join lateral (
        select min(sent_at) as sent_at, min(delivered_at) as delivered_at
        from gyeote.reminder_sends sent
        where sent.person_id = viewer.id
          and sent.about = floor(extract(epoch from plan.test_at) / 86400)::int || '|test|'
            || (extract(epoch from plan.test_at) * 1000)::bigint
      ) test on true`.execute(tx),
  )
  const row = rows[0]
  if (!row) return nothing
  return {
    settings: settingsOf(row.settings),
    isCapped: row.is_capped,
    isLate: row.is_late,
    heldUntil: heldUntil?.toISOString() ?? null,
    devices: row.devices.map(({ hash, ...device }) => ({
      ...device,
      subscribedAt: isoOf(device.subscribedAt),
      lastDeliveredAt: isoOrNull(device.lastDeliveredAt),
      lastSentAt: isoOrNull(device.lastSentAt),
      endpointHash: Buffer.from(hash, 'hex').toString('base64url'),
    })),
    test: row.test_at && {
      dueAt: row.test_at.toISOString(),
      sentAt: row.test_sent?.toISOString() ?? null,
      deliveredAt: row.test_delivered?.toISOString() ?? null,
    },
  }
}

const isoOf = (at: string) => new Date(at).toISOString()
const isoOrNull = (at: string | null) => (at === null ? null : isoOf(at))
