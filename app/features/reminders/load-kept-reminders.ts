import { v7 as uuidv7 } from 'uuid'
import { keptOr, type Shell } from '~/offline/kept-or'
import { phoneNow } from '~/offline/this-phone'
import { keptReminders } from './kept-reminders'
import type { RemindersPage } from './reminders-page'
import { usualSettings } from './settings/usual-settings'

/** `clientLoader` of the page of reminders: it opens without a network whatever the phone keeps. */
export function loadKeptReminders(serverLoader: () => Promise<RemindersPage | Shell>) {
  return keptOr<RemindersPage>(serverLoader, {
    fromStore: async (store) => {
      const kept = await store.read(keptReminders)
      const { settings = usualSettings, devices = [] } = kept ?? {}
      const { personId } = store
      const commandId = uuidv7()
      const unknown = {
        test: null,
        isCapped: false,
        isLate: false,
        hasNumber: null,
        heldUntil: stillHeld(kept?.heldUntil, phoneNow()),
      }
      return { shell: false, personId, settings, devices, ...unknown, commandId }
    },
    keep: async (store, { settings, devices, heldUntil }, askedMs) => {
      if (await store.keep(keptReminders, { settings, devices, heldUntil }))
        await store.outbox.forgetSent(askedMs, ({ type }) => type === 'set_reminders')
    },
  })
}

/** What the server said of it, as long as it holds by the phone's clock. */
const stillHeld = (until: string | null | undefined, now: Date): string | null =>
  until && Date.parse(until) > now.getTime() ? until : null
