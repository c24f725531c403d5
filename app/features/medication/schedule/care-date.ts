/**
 * Days and wall times as integers, without a zone. A date counts the days since 1970-01-01; a wall time
 * counts the minutes since 1970-01-01 00:00 on the wall, so that it sorts, subtracts and stores as one number.
 */
export type EpochDay = number
/** `day * 1440 + minute`; says what a clock on the wall shows, not when that was. */
export type WallMinute = number
/** Milliseconds since 1970-01-01 00:00 UTC: a point in time, wherever one stands. */
export type Instant = number

export const minutesPerDay = 1440
export const msPerMinute = 60_000

/** A care date runs from 04:00 to 03:59, so minutes within it run from 240 to 1679. */
export const careDateBegins = 240
export const careDateEnds = careDateBegins + minutesPerDay - 1

/** The care date to which a wall time belongs: 00:30 belongs to the evening before. */
export const careDateOf = (wall: WallMinute): EpochDay =>
  Math.floor((wall - careDateBegins) / minutesPerDay)

/** @param minute minute of a care date, 240 to 1679; from 1440 on it falls on the next calendar day */
export const wallMinute = (day: EpochDay, minute: number): WallMinute =>
  day * minutesPerDay + minute

/** The first wall minute of a care date. */
export const startOfCareDate = (day: EpochDay): WallMinute => wallMinute(day, careDateBegins)

/** 0 is Monday, as in ISO 8601; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: EpochDay): number => modulo(day + 3, 7)

/** The remainder that is never negative, unlike `%`. */
export const modulo = (value: number, divisor: number): number =>
  ((value % divisor) + divisor) % divisor

/** `YYYY-MM-DD` */
export const isoDate = (day: EpochDay): string =>
  new Date(day * minutesPerDay * msPerMinute).toISOString().slice(0, 10)

/** @param iso `YYYY-MM-DD`; anything else gives NaN */
export const epochDay = (iso: string): EpochDay =>
  Date.parse(`${iso}T00:00:00Z`) / (minutesPerDay * msPerMinute)

/** `YYYY-MM`: the name of the month's blob of answers. */
export const monthOf = (day: EpochDay): string => isoDate(day).slice(0, 7)

/** The first day of a month (`YYYY-MM`) and the first one after it. */
export function daysOfMonth(month: string): { from: EpochDay; to: EpochDay } {
  const from = epochDay(`${month}-01`)
  // Day 32 of any month lies in the next one.
  return { from, to: epochDay(`${monthOf(from + 31)}-01`) }
}
