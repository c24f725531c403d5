import { calendarName } from './calendar-response'

const fileOf = (text: string) => new File([text], calendarName, { type: 'text/calendar' })

/** Whether the phone has a sheet that other apps stand in, and says that it takes such files. */
export function maySharePhonesCalendar(): boolean {
  try {
    return navigator.canShare?.({ files: [fileOf('')] }) ?? false
  } catch {
    return false
  }
}

/** Chrome on Android says that it may and then refuses this kind of file: `refused`. */
export async function shareCalendar(text: string): Promise<'shared' | 'given_up' | 'refused'> {
  try {
    await navigator.share({ files: [fileOf(text)] })
    return 'shared'
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'given_up' : 'refused'
  }
}
