import type { Lists } from './knowledge'
import { originalSpan, type MappedText } from './mapped-text'
import type { FoundNumber } from './verdict'

export interface LocatedNumber extends FoundNumber {
  from: number
  to: number
  isMobile: boolean
}

type OfficialNumbers = Pick<Lists, 'officialNumbers'>

const mostNumbers = 200
const spokenDigits = '공일이삼사오육칠팔구'
const written =
  /(?:\+ ?82|0082|82-)[ .\-)(]{0,2}0?\d{1,2}(?:[ .\-)(·~]{0,3}\d){7,8}|0\d{1,2}(?:[ .\-)(·~]{0,3}\d){7,8}|1[5689]\d{2}[ .\-·]{0,2}\d{4}/g
/** The same torn by the end of a line, as in a picture of a message; hyphens tell it from a date above a time. */
const wrapped = /0\d{1,2}\n?-\n?\d{1,4}\n?\d{0,3}\n?-\n?\d{1,4}\n?\d{0,3}(?!\d)/g
const disguised =
  /(?:[공영빵0o] {0,2}[일1il] {0,2}[공영빵0o일육칠팔구16789])(?:[ .\-·]{0,3}[공영일이삼사오육칠팔구0-9oil]){7,8}/g
const withSignal =
  /(?:☎|☏|tel|전화|문의|신고|번호|국번없이|콜센터|상담)[^0-9a-z\n]{0,12}(\d{3,4})(?![\d-])/g

/** Telephone numbers of a folded text, in its order, the first 200; also `공일공…` and `O1O…`. */
export function findNumbers(folded: MappedText, lists: OfficialNumbers): LocatedNumber[] {
  const found = [
    ...ranges(folded.text, written),
    ...ranges(folded.text, wrapped).filter(({ digits }) => /^0\d{8,10}$/.test(digits)),
    ...ranges(folded.text, disguised),
    ...offices(folded.text, lists),
  ]
  found.sort((a, b) => a.from - b.from || b.to - a.to)
  const apart: LocatedNumber[] = []
  for (const { from, to, digits } of found) {
    if (from < (apart.at(-1)?.to ?? 0) || isPartOfMore(folded.text, from, to)) continue
    const office = lists.officialNumbers.find((one) => one.digits === digits)?.office ?? null
    const isMobile = /^01[016789]\d{7,8}$/.test(digits)
    apart.push({ span: originalSpan(folded, from, to), digits, office, from, to, isMobile })
    if (apart.length >= mostNumbers) break
  }
  return apart
}

interface Range {
  from: number
  to: number
  digits: string
}

function ranges(text: string, pattern: RegExp): Range[] {
  const found: Range[] = []
  pattern.lastIndex = 0
  for (
    let match = pattern.exec(text);
    match && found.length < 4 * mostNumbers;
    match = pattern.exec(text)
  )
    found.push({ from: match.index, to: match.index + match[0].length, digits: digitsOf(match[0]) })
  return found
}

/** Short numbers such as 112 are numbers to call only where something says so. */
function offices(text: string, lists: OfficialNumbers): Range[] {
  const short = new Set(
    lists.officialNumbers.map(({ digits }) => digits).filter((one) => one.length < 5),
  )
  const found: Range[] = []
  withSignal.lastIndex = 0
  for (
    let match = withSignal.exec(text);
    match && found.length < mostNumbers;
    match = withSignal.exec(text)
  ) {
    const digits = match[1] ?? ''
    const to = match.index + match[0].length
    if (short.has(digits)) found.push({ from: to - digits.length, to, digits })
  }
  return found
}

function digitsOf(text: string): string {
  const digits = text
    .replace(/[영빵o]/g, '0')
    .replace(/[il]/g, '1')
    .replace(/[공일이삼사오육칠팔구]/g, (one) => String(spokenDigits.indexOf(one)))
    .replace(/\D/g, '')
  return digits.replace(/^(?:0082|82)0?/, '0')
}

/** A longer row of digits is a waybill or an account, not a telephone. */
function isPartOfMore(text: string, from: number, to: number): boolean {
  return (
    /[\d*]$|\d-$/.test(text.slice(Math.max(0, from - 2), from)) ||
    /^(?:\d|-\d|\*)/.test(text.slice(to, to + 2))
  )
}
