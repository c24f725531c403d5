import { msPerMinute, type Instant, type WallMinute } from '../schedule/care-date'

/** `20270301T080500`: what a wall shows. */
export const localValue = (wall: WallMinute): string =>
  new Date(wall * msPerMinute).toISOString().slice(0, 19).replace(/[-:]/g, '')

/** `20270228T230500Z` */
export const utcValue = (instant: Instant): string => `${localValue(instant / msPerMinute)}Z`

/** `+0900` */
export function offsetValue(minutes: number): string {
  const sign = minutes < 0 ? '-' : '+'
  const size = Math.abs(minutes)
  const two = (count: number) => String(count).padStart(2, '0')
  return `${sign}${two(Math.floor(size / 60))}${two(size % 60)}`
}
