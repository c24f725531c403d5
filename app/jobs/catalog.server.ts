import * as z from 'zod'
import { sendLastPushes } from '~/features/account/phones/send-last-pushes.server'
import { reconcileAccounts } from '~/features/account/reconcile-accounts.server'
import { removeAbandonedAccounts } from '~/features/account/remove-abandoned-accounts.server'
import { removeDeletedAccounts } from '~/features/account/remove-deleted-accounts.server'
import { forgetAlerts } from '~/features/family/alerts/forget-alerts.server'
import { forgetAsking } from '~/features/family/forget-asking.server'
import { forgetDays } from '~/features/family/presence/forget-days.server'
import { forgetWords } from '~/features/family/words/forget-words.server'
import { sendWeekly } from '~/features/family/weekly/send-weekly.server'
import { trimReminders } from '~/features/reminders/sending/trim-reminders.server'
import { trimAppliedCommands } from '~/platform/database/trim-applied-commands.server'
import { erasePhotos } from '~/platform/photos/erase-photos.server'
import { defineJob, type Job } from '~/platform/jobs/job.server'

const nothing = z.object({})

/** Every job of the app. Schedules are Korean time; what may take long runs when nobody is up. */
export const jobs: readonly Job[] = [
  defineJob({
    name: 'remove-abandoned-accounts',
    schedule: '10 3 * * *',
    schema: nothing,
    retries: 3,
    run: async (parts) => {
      await removeAbandonedAccounts(parts)
    },
  }),
  defineJob({
    name: 'remove-deleted-accounts',
    schedule: '40 3 * * *',
    schema: nothing,
    retries: 5,
    run: async (parts) => {
      await removeDeletedAccounts(parts)
    },
  }),
  defineJob({
    name: 'reconcile-accounts',
    schedule: '40 4 * * 0',
    schema: nothing,
    retries: 3,
    run: async (parts) => {
      await reconcileAccounts(parts)
    },
  }),
  // What a person took back is seen no more at once; its file goes within the hour.
  defineJob({
    name: 'erase-photos',
    schedule: '20 * * * *',
    schema: nothing,
    retries: 3,
    run: erasePhotos,
  }),
  // What a push service did not take when a phone was ended.
  defineJob({
    name: 'send-last-pushes',
    schedule: '* * * * *',
    schema: nothing,
    retries: 0,
    run: async (parts) => {
      await sendLastPushes(parts)
    },
  }),
  defineJob({
    name: 'trim-reminders',
    schedule: '50 4 * * *',
    schema: nothing,
    retries: 3,
    run: async (parts) => {
      await trimReminders(parts)
    },
  }),
  defineJob({
    name: 'forget-family-asking',
    schedule: '50 3 * * *',
    schema: nothing,
    retries: 3,
    run: forgetAsking,
  }),
  defineJob({
    name: 'forget-family-words',
    schedule: '55 3 * * *',
    schema: nothing,
    retries: 3,
    run: forgetWords,
  }),
  // Every ten minutes of the evening: what failed, or was stalled, is caught up until 23:00.
  defineJob({
    name: 'send-family-week',
    schedule: '*/10 19-22 * * 0',
    schema: nothing,
    retries: 0,
    run: async (parts) => {
      await sendWeekly(parts)
    },
  }),
  // After 04:00, when the day of the family is over.
  defineJob({
    name: 'forget-family-days',
    schedule: '5 4 * * *',
    schema: nothing,
    retries: 3,
    run: forgetDays,
  }),
  defineJob({
    name: 'forget-scam-alerts',
    schedule: '58 3 * * *',
    schema: nothing,
    retries: 3,
    run: forgetAlerts,
  }),
  defineJob({
    name: 'trim-applied-commands',
    schedule: '10 4 * * 0',
    schema: nothing,
    retries: 3,
    run: async (parts) => {
      await trimAppliedCommands(parts)
    },
  }),
]
