import { minutesPerDay, weekdayOf } from '../schedule/care-date'
import { slotTitle } from '../wording'
import { calendarDayOf, type Alarm, type AlarmSeries } from './alarm-series'
import { textValue } from './content-lines'
import { localValue, utcValue } from './date-values'

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** The entry of one series. No medicine is named: a calendar is seen by whoever looks at the phone. */
export function eventLines(series: AlarmSeries, stamp: string): string[] {
  const title = textValue(`${slotTitle(series.slotId, series.minute)} 시간이에요`)
  return [
    'BEGIN:VEVENT',
    `UID:${series.uid}`,
    `SEQUENCE:${series.sequence}`,
    `DTSTAMP:${stamp}`,
    ...whenLines(series),
    'DURATION:PT15M',
    `SUMMARY:${title}`,
    `DESCRIPTION:${textValue('곁에에서 확인하세요.')}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${title}`,
    // Android's calendar keeps no alarm that is less than a minute before its event.
    'TRIGGER:-PT1M',
    'END:VALARM',
    'END:VEVENT',
  ]
}

/** DTSTART, RRULE and the days in between without a dose. Dates of one's own (RDATE) are not read everywhere. */
function whenLines({ alarms, zone, plain }: AlarmSeries): string[] {
  const first = alarms[0] as Alarm
  const last = alarms.at(-1) as Alarm
  if (!plain) return [`DTSTART:${utcValue(first.instant)}`]
  const on = new Set(alarms.map(({ wall }) => wall))
  const without: number[] = []
  for (let wall = first.wall; wall < last.wall; wall += minutesPerDay)
    if (!on.has(wall)) without.push(wall)
  const weekly = daysOfWeek([...on])
  const isWeekly = without.length > 0 && without.every((wall) => !weekly.has(weekdayAt(wall)))
  const repeats = isWeekly
    ? `FREQ=WEEKLY;UNTIL=${utcValue(last.instant)};BYDAY=${weekdays.filter((_, i) => weekly.has(i)).join(',')}`
    : `FREQ=DAILY;UNTIL=${utcValue(last.instant)}`
  return [
    `DTSTART;TZID=${zone}:${localValue(first.wall)}`,
    `RRULE:${repeats}`,
    ...(isWeekly ? [] : without.map((wall) => `EXDATE;TZID=${zone}:${localValue(wall)}`)),
  ]
}

const weekdayAt = (wall: number) => weekdayOf(calendarDayOf(wall))
const daysOfWeek = (walls: readonly number[]) => new Set(walls.map(weekdayAt))
