import { startOfCareDate } from '../schedule/care-date'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { instantOf } from '../schedule/wall-time'
import { alarmSeriesOf, calendarDayOf, type AlarmSeries, type CalendarLimits } from './alarm-series'
import { contentLines } from './content-lines'
import { utcValue } from './date-values'
import { eventLines } from './event-lines'
import { zoneLines } from './zone-lines'

/**
 * The alarms for a phone's own calendar, as RFC 5545 writes them; null when there is nothing to be reminded
 * of. The same facts at the same moment give the same octets, wherever they are put together.
 */
export function calendarFile(
  facts: Facts,
  now: Moment,
  limits?: CalendarLimits,
  root?: string,
): string | null {
  const all = alarmSeriesOf(facts, now, limits, root)
  if (all.length === 0) return null
  // The day, not the minute: two who write the same file within it agree.
  const stamp = utcValue(instantOf(startOfCareDate(now.day), now.zone))
  return contentLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gyeote//Medicine times//KO',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:곁에 약 시간',
    ...zonesOf(all),
    ...all.flatMap((series) => eventLines(series, stamp)),
    'END:VCALENDAR',
  ])
}

function zonesOf(all: readonly AlarmSeries[]): string[] {
  const zones = new Set(all.map(({ zone }) => zone))
  return [...zones].flatMap((zone) => {
    const days = all
      .filter((series) => series.zone === zone)
      .flatMap(({ alarms }) => alarms.map(({ wall }) => calendarDayOf(wall)))
    return zoneLines(zone, Math.min(...days), Math.max(...days))
  })
}
