/** Where "now" comes from, so that a test can stand at any moment. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

type Formatter = Intl.DateTimeFormat

/** Making a formatter takes longer than a whole page should. */
function keptByZone(make: (timeZone: string) => Formatter): (timeZone: string) => Formatter {
  const kept = new Map<string, Formatter>()
  return (timeZone) => {
    const formatter = kept.get(timeZone) ?? make(timeZone)
    kept.set(timeZone, formatter)
    return formatter
  }
}

const dateFormat = keptByZone(
  (timeZone) =>
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }),
)
const hourFormat = keptByZone(
  (timeZone) => new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }),
)

/** The calendar date of an instant in an IANA zone, as `YYYY-MM-DD`. */
export function dateIn(timeZone: string, instant: Date): string {
  return dateFormat(timeZone).format(instant)
}

/** `date` (`YYYY-MM-DD`) moved by whole days. */
export function addDays(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

/** The hour of an instant in an IANA zone, 0 to 23. */
export function hourIn(timeZone: string, instant: Date): number {
  return Number(hourFormat(timeZone).format(instant))
}
