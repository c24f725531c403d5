import { useWaiting } from '~/commands/use-waiting'
import type { ReminderSettings } from './settings-schema'

/** What the person chose: what the server knows, and what they changed that it does not know yet. */
export function useSettings(known: ReminderSettings): ReminderSettings {
  const { sent, waiting } = useWaiting()
  return [...sent, ...waiting].reduce(
    (settings, deed) => (deed.type === 'set_reminders' ? deed.payload : settings),
    known,
  )
}
