import type { MedicationPage, Wanted } from '../facts/medication-page'
import { momentOf } from '../schedule/moment'
import { calendarLimits } from './alarm-series'
import { calendarFile } from './calendar-file'
import type { CalendarExport } from './kept-export'

/** Where the file lies, for worker and server alike. */
export const calendarPath = '/medication/calendar.ics'
export const calendarPagePath = '/medication/calendar'
export const calendarName = 'gyeote.ics'
/** Without the charset Android keeps it as a text document. */
export const calendarType = 'text/calendar;charset=utf-8'

/** What is left says when alarms end, so packs are looked back for. */
export const calendarWants: Wanted = { back: 31, stock: true }

/**
 * The file of what a phone or the server knows; back to its page where there is nothing to ring for.
 * @param exported what this phone's calendar was given before; null where that is not known, as on the server
 */
export function calendarResponse(
  { facts, now }: MedicationPage,
  exported: CalendarExport | null,
): Response {
  const file = calendarFile(facts, momentOf(facts, now), calendarLimits, exported?.root)
  const noStore = { 'Cache-Control': 'private, no-store' }
  if (file === null)
    return new Response(null, { status: 303, headers: { ...noStore, Location: calendarPagePath } })
  return new Response(file, {
    headers: {
      ...noStore,
      'Content-Type': calendarType,
      // Not `attachment`: an iPhone would put it among its files instead of offering the calendar.
      'Content-Disposition': `inline; filename="${calendarName}"`,
    },
  })
}
