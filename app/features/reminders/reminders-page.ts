import type { Reminders } from './read-reminders.server'

/** What the page of reminders starts from, from the server or from the phone. */
export interface RemindersPage extends Reminders {
  shell: false
  personId: string | null
  /** Whether the account has a telephone number; null where only the phone is asked. */
  hasNumber: boolean | null
  /** Made with the page: a double tap counts once. */
  commandId: string
}
