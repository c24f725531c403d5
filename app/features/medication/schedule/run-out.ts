import { wallMinute, weekdayOf, type EpochDay, type WallMinute } from './care-date'
import type { StockLeft } from './stock'

const warnDaysBefore = 5
const warnMinute = 600
const saturday = 5

/** The course runs out with its earliest slot. Two dates that differ ask for a count. */
export function runOutOf(
  stock: readonly StockLeft[],
): Pick<StockLeft, 'earliestOn' | 'latestOn'> | null {
  const dated = stock.filter(({ earliestOn }) => earliestOn !== null)
  if (dated.length === 0) return null
  const least = Math.min(...dated.map(({ earliestOn }) => earliestOn ?? Infinity))
  const most = Math.min(...dated.map(({ latestOn }) => latestOn ?? Infinity))
  return { earliestOn: least, latestOn: most === Infinity ? null : most }
}

/** How many care dates after today there is something for: 0 on the last one. */
export const daysLeft = (earliestOn: EpochDay, today: EpochDay): number =>
  Math.max(0, earliestOn - today)

/** 10:00 five days before, on a Friday instead of the weekend: when clinics and pharmacies are open. */
export function runOutWarning(earliestOn: EpochDay): WallMinute {
  const day = earliestOn - warnDaysBefore
  return wallMinute(day - Math.max(0, weekdayOf(day) - saturday + 1), warnMinute)
}
