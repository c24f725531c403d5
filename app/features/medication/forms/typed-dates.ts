import { epochDay, isoDate, type EpochDay } from '../schedule/care-date'

/** `YYYY-MM-DD` of a date field; null for anything else, such as 31 February. */
export function readDate(text: string): EpochDay | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const day = epochDay(text)
  return Number.isInteger(day) && isoDate(day) === text ? day : null
}
