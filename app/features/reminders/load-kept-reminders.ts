import { v7 as uuidv7 } from 'uuid'
import { keptOr, type Shell } from '~/offline/kept-or'
import { keptReminders } from './kept-reminders'
import type { RemindersPage } from './reminders-page'
import { usualSettings } from './settings/usual-settings'

/** `clientLoader` of the page of reminders: it opens without a network whatever the phone keeps. */
export function loadKeptReminders(serverLoader: () => Promise<RemindersPage | Shell>) {
  return keptOr<RemindersPage>(serverLoader, {
    fromStore: async (store) => {
      const { settings = usualSettings, devices = [] } = (await store.read(keptReminders)) ?? {}
      const { personId } = store
      const commandId = uuidv7()
      const unknown = {
        test: null,
        isCapped: false,
        isLate: false,
        hasNumber: null,
        heldUntil: null,
      }
      return { shell: false, personId, settings, devices, ...unknown, commandId }
    },
    keep: async (store, { settings, devices }, askedMs) => {
      if (await store.keep(keptReminders, { settings, devices }))
        await store.outbox.forgetSent(askedMs, ({ type }) => type === 'set_reminders')
    },
  })
}
