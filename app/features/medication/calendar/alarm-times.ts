import type { EpochDay } from '../schedule/care-date'
import { slotTitle, timeInWords } from '../wording'
import { calendarDayOf, type AlarmSeries } from './alarm-series'

/** One time of day at which the calendar is going to ring, as the page says it. */
export interface AlarmTime {
  key: string
  /** `오전 8시` */
  time: string
  /** `아침 약` */
  title: string
  from: EpochDay
  to: EpochDay
}

/** The series by hour and slot, those of one hour put together; in the order of the day. */
export function alarmTimes(all: readonly AlarmSeries[]): AlarmTime[] {
  const times = new Map<string, AlarmTime>()
  for (const { slotId, minute, alarms } of [...all].sort((a, b) => a.minute - b.minute)) {
    const key = `${slotId} ${minute}`
    const days = alarms.map(({ wall }) => calendarDayOf(wall))
    const known = times.get(key)
    times.set(key, {
      key,
      time: timeInWords(minute),
      title: slotTitle(slotId, null),
      from: Math.min(days[0] ?? Infinity, known?.from ?? Infinity),
      to: Math.max(days.at(-1) ?? -Infinity, known?.to ?? -Infinity),
    })
  }
  return [...times.values()]
}
