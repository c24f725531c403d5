import { minutesPerDay, msPerMinute, type EpochDay } from '../schedule/care-date'
import { offsetIn } from '../schedule/wall-time'
import { localValue, offsetValue } from './date-values'

/** A change of the clocks: from this minute since 1970 in UTC on, what the wall is ahead by. */
interface Change {
  minute: number
  before: number
  after: number
}

/** VTIMEZONE (RFC 5545 §3.6.5) of what a zone's clocks do from one calendar day to another. */
export function zoneLines(zone: string, from: EpochDay, to: EpochDay): string[] {
  // The day before: what rules a time is what began last.
  const changes = changesOf(zone, from - 1, to + 2)
  const first = offsetAt(zone, (from - 1) * minutesPerDay)
  const offsets = [first, ...changes.map(({ after }) => after)]
  const isSummer = (offset: number) => offsets.some((other) => other < offset)
  const observance = (start: number, before: number, after: number) => {
    const name = isSummer(after) ? 'DAYLIGHT' : 'STANDARD'
    return [
      `BEGIN:${name}`,
      `DTSTART:${localValue(start)}`,
      `TZOFFSETFROM:${offsetValue(before)}`,
      `TZOFFSETTO:${offsetValue(after)}`,
      `END:${name}`,
    ]
  }
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...observance(0, first, first),
    ...changes.flatMap(({ minute, before, after }) => observance(minute + before, before, after)),
    'END:VTIMEZONE',
  ]
}

function changesOf(zone: string, from: EpochDay, to: EpochDay): Change[] {
  const changes: Change[] = []
  for (let day = from; day < to; day++) {
    const before = offsetAt(zone, day * minutesPerDay)
    const after = offsetAt(zone, (day + 1) * minutesPerDay)
    if (before !== after) changes.push({ minute: changeIn(zone, day, before), before, after })
  }
  return changes
}

/** The first minute of a day in UTC that has another offset than its beginning. */
function changeIn(zone: string, day: EpochDay, before: number): number {
  let [low, high] = [day * minutesPerDay, (day + 1) * minutesPerDay]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(zone, middle) === before) low = middle
    else high = middle
  }
  return high
}

const offsetAt = (zone: string, minute: number) => offsetIn(zone, minute * msPerMinute)
