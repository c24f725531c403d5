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

/**
 * How much at a time, in thousandths: `1`, `1.5`, `1/2`, `1 1/2`, `반`, `한 알`, `1알 반`. Null where it may mean
 * something else: a half that is passed over would be the wrong dose.
 */
export function readAmount(text: string): number | null {
  const spaced = plainDigits(text).trim()
  const [, besides, spacedFraction] = /^(\d{1,2})\s+(\d\/\d.*)$/.exec(spaced) ?? []
  if (besides && spacedFraction) {
    const fraction = readAmount(spacedFraction)
    return fraction === null || fraction >= 1000 ? null : Number(besides) * 1000 + fraction
  }
  // A thousand, where a comma stands before three digits, is no decimal.
  if (/\d\s+\d|\d,\d{3}(?!\d)/.test(spaced)) return null
  const plain = spaced.replace(/\s/g, '')
  if (halfOfOne.test(plain)) return 500
  const [, word, plusHalf] = inWords.exec(plain) ?? []
  if (word) return (numerals[word] ?? 0) * 1000 + (plusHalf ? 500 : 0)
  const [, more] = andHalf.exec(plain) ?? []
  if (more) return Number(more) * 1000 + 500
  const [, whole, decimals, under, unit = ''] =
    /^(\d{1,4})(?:[.,](\d{1,3})|\/([2-9]))?([가-힣]*)$/.exec(plain) ?? []
  if (whole === undefined || saysMore.test(unit)) return null
  const amount = under
    ? Math.round((Number(whole) * 1000) / Number(under))
    : Number(whole) * 1000 + Number((decimals ?? '').padEnd(3, '0'))
  return amount >= 1 && amount <= 10_000_000 ? amount : null
}

const numerals: Readonly<Record<string, number>> = {
  ...{ 한: 1, 두: 2, 세: 3, 네: 4, 다섯: 5, 여섯: 6 },
  ...{ 하나: 1, 둘: 2, 셋: 3, 넷: 4 },
}
const counted = '(?:알|정|개|캡슐|환|포|봉지|봉|숟가락|숟갈|스푼|방울|컵|병|팩)'
const halfOfOne = new RegExp(`^반(?:${counted}|쪽)?$`)
// 네 alone is a yes: what needs something to count stands before it only.
const inWords = new RegExp(
  `^(?:(?=하나|둘|셋|넷|다섯|여섯)|(?=(?:한|두|세|네)${counted}))(하나|둘|셋|넷|다섯|여섯|한|두|세|네)${counted}?(반)?$`,
)
const andHalf = new RegExp(`^(\\d{1,4})${counted}반$`)
/** In what stands behind a number: another one, as in `1번에 두 알`. */
const saysMore = /반|한|두|하나|둘|번에|이나|또는/

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
