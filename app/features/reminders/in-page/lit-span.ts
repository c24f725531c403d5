import { msPerMinute, type Instant } from '~/features/medication/schedule/care-date'
import type { Ringing } from './ring'

/** Whoever opens the page so shortly before the time waits for it; a screen that goes dark would keep it from ringing. */
const beforeMs = 10 * msPerMinute
/** An old battery is spared: what nobody has answered by then rings again, or not at all. */
const afterMs = 3 * msPerMinute

/**
 * Whether the screen is kept lit, and when that changes if nothing else does: from ten minutes before an open page
 * rings until it was answered, three minutes after at the latest.
 * @param seenAt since when this ring stands on the page
 */
export function litSpan(
  { ring, nextAt }: Ringing,
  seenAt: Instant,
  now: Instant,
): { isLit: boolean; changesAt: Instant | null } {
  const spans = [
    ...(ring ? [{ from: seenAt, to: seenAt + afterMs }] : []),
    ...(nextAt === null ? [] : [{ from: nextAt - beforeMs, to: nextAt + afterMs }]),
  ]
  const ahead = spans.flatMap(({ from, to }) => [from, to]).filter((time) => time > now)
  return {
    isLit: spans.some(({ from, to }) => from <= now && now < to),
    changesAt: ahead.length === 0 ? null : Math.min(...ahead),
  }
}
