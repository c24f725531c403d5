import { careDateOf, minutesPerDay, msPerMinute, type Instant, type WallMinute } from './care-date'

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterFor(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    })
    formatters.set(zone, formatter)
  }
  return formatter
}

/**
 * What a clock on the wall shows in a zone.
 * @param zone IANA name; one this device does not know throws a RangeError
 */
export function wallIn(zone: string, instant: Instant): WallMinute {
  // "3/28/2027, 02:30": the format of this locale, chosen above.
  const [month, day, year, hour, minute] = (
    formatterFor(zone).format(instant).match(/\d+/g) ?? []
  ).map(Number) as [number, number, number, number, number]
  return Date.UTC(year, month - 1, day, hour, minute) / msPerMinute
}

/** Minutes by which the wall is ahead of UTC at an instant. */
export const offsetIn = (zone: string, instant: Instant): number =>
  wallIn(zone, instant) - Math.floor(instant / msPerMinute)

export const careDateIn = (zone: string, instant: Instant) => careDateOf(wallIn(zone, instant))

/**
 * When a wall shows a time. A time that the wall skips is read with the offset before the gap, one that it
 * shows twice means the first (RFC 5545 §3.3.5).
 */
export function instantOf(wall: WallMinute, zone: string): Instant {
  // No zone is further from UTC than a day, and none changes twice within two.
  const before = offsetIn(zone, (wall - minutesPerDay) * msPerMinute)
  const after = offsetIn(zone, (wall + minutesPerDay) * msPerMinute)
  const isShown = (offset: number) => offsetIn(zone, (wall - offset) * msPerMinute) === offset
  const offset = before === after || isShown(before) || !isShown(after) ? before : after
  return (wall - offset) * msPerMinute
}

/** When a dose is due for somebody in a zone. */
export const dueInstant = (dose: { wall: WallMinute }, zone: string): Instant =>
  instantOf(dose.wall, zone)
