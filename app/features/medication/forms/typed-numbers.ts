/**
 * A whole number as somebody types it: `30`, ` 30 일`, `３０`. Null for anything else, also for one that is
 * not within the limits.
 */
export function readWhole(text: string, least: number, most: number): number | null {
  const plain = plainDigits(text).replace(/[\s,]/g, '')
  const digits = /^(\d{1,6})[가-힣]*$/.exec(plain)?.[1]
  const value = digits === undefined ? NaN : Number(digits)
  return value >= least && value <= most ? value : null
}

/** How much at a time, in thousandths: `1`, `1.5`, `1/2`, `반`, `한 알 반` is too clever and null. */
export function readAmount(text: string): number | null {
  const plain = plainDigits(text).replace(/\s/g, '')
  if (plain === '반') return 500
  const [, whole, decimals, under] =
    /^(\d{1,4})(?:[.,](\d{1,3})|\/([2-9]))?[가-힣]*$/.exec(plain) ?? []
  if (whole === undefined) return null
  const amount = under
    ? Math.round((Number(whole) * 1000) / Number(under))
    : Number(whole) * 1000 + Number((decimals ?? '').padEnd(3, '0'))
  return amount >= 1 && amount <= 10_000_000 ? amount : null
}

/** An amount as its field shows it, and as `readAmount` reads it again. */
export const amountField = (amount: number): string =>
  amount === 500 ? '반' : String(amount / 1000)

/** `HH:MM` as a minute of the care date, 240 to 1679: what comes before 04:00 belongs to the evening before. */
export function readTime(text: string): number | null {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text.trim()) ?? []
  if (hour === undefined) return null
  const ofDay = Number(hour) * 60 + Number(minute)
  return ofDay < 240 ? ofDay + 1440 : ofDay
}

/** A minute of the care date as a time field shows it. */
export function timeField(minute: number): string {
  const ofDay = minute % 1440
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`
}

/** Full-width digits come from some Korean keyboards. */
const plainDigits = (text: string) => text.normalize('NFKC')
