import type { EpochDay } from './care-date'
import type { SlotId } from './schedule-facts'

/**
 * Which dose is meant: `course|care date|slot`, the date in epoch days. It holds no hour, version or zone,
 * so that edits, replays, helpers and second phones meet on the same key.
 */
export const doseKey = (courseId: string, day: EpochDay, slotId: SlotId): string =>
  `${courseId}|${day}|${slotId}`

/** What is taken, and reminded of, together: `care date|slot`. */
export const groupKey = (day: EpochDay, slotId: SlotId): string => `${day}|${slotId}`

export interface DoseKeyParts {
  courseId: string
  day: EpochDay
  slotId: SlotId
}

/** Throws on anything `doseKey` did not make. */
export function readDoseKey(key: string): DoseKeyParts {
  const [courseId, date, slotId, ...rest] = key.split('|')
  const day = date ? Number(date) : NaN
  if (!courseId || !slotId || rest.length > 0 || !Number.isInteger(day)) {
    throw new TypeError('not a dose key')
  }
  return { courseId, day, slotId }
}

/** The care date of a dose key, without looking at the rest. */
export function careDateOfKey(key: string): EpochDay {
  const from = key.indexOf('|') + 1
  return Number(key.slice(from, key.indexOf('|', from)))
}

/** The care date of a group key. */
export const dayOfGroup = (key: string): EpochDay => Number(key.slice(0, key.indexOf('|')))
