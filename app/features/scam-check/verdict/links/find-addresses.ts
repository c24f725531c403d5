import type { MappedText } from '../mapped-text'

/** An address as it stands in the folded text; offsets are units of that text. */
export interface Address {
  from: number
  to: number
  /** What stands between `//` and the path, blanks taken out; empty where there is nothing to read. */
  authority: string
  /** Where the authority stands, for a look at the original letters. */
  authorityFrom: number
  authorityTo: number
  /** From the first `/`, `?` or `#`. */
  path: string
  hasScheme: boolean
  /** Written so that filters do not see it. */
  split: boolean
  /** A colon or an arrow stands before it. */
  isPointedAt: boolean
}

const mostAddresses = 200
const scheme =
  /h[ ._*-]{0,2}[tx][ ._*-]{0,2}[tx][ ._*-]{0,2}p[ ._*-]{0,2}s? {0,2}[:;] {0,2}[/\\] {0,2}[/\\] {0,2}/g
const tidyScheme = /^https?:\/\/$/
const host = /[^\s/\\?#<>"'()[\]{},，]{1,253}/y
const spacedHost = /[a-z0-9-]{1,63}(?: {0,2}\. {0,2}[a-z0-9-]{1,63}){1,6}/y
const bare = /[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){1,6}(?::\d{2,5})?/g
const spokenDot =
  /[a-z0-9-]{2,40} {0,2}(?:\(?(?:점|쩜|닷|dot)\)?|\[\.\]|\(\.\)|\[dot\]) {0,2}(?:com|net|org|kr|co|xyz|top|info|me|shop|site|vip|cc|컴(?=[ /]{1,2}[a-z0-9])|케이알)(?![a-z])/g
const looseDot = /[a-z0-9-]{3,40}(?: \.|\. | \. )(?:com|net|xyz|top|co\.kr|or\.kr|kr)(?![a-z])/g
const standIn =
  /[[<({【「〈《](?:단축|악성|피싱|의심|첨부)?(?:링크|url|link|인터넷 ?주소|웹 ?주소|사이트 ?주소|홈페이지 ?주소)[^\]>)}】」〉》\n]{0,12}[\]>)}】」〉》](?! ?(?:가|이|를|을)? ?(?:담긴|포함|들어간|없는))/g
const bareStandIn = /(?:^|[\s:>→▶☞])(?:url|https?)(?=$|[\s.,)])/g
/** What opens an app, pays or runs, instead of a page: nobody can read where it leads. */
const otherScheme =
  /(?:^|[^a-z0-9])(?:(?!h[tx]{2}ps?:)[a-z][a-z0-9+.-]{1,30}:\/\/|(?:bitcoin|ethereum|data|javascript|intent|market):)[^\s<>"'가-힣]{1,2000}/g
const path = /[/\\?#][^\s<>"'가-힣]{0,2000}/y
const spoken: Record<string, string> = { 컴: 'com', 넷: 'net', 케이알: 'kr' }

/** Every address in a folded text, in its order, not overlapping, the first 200. Linear in the length. */
export function findAddresses({ text }: MappedText): Address[] {
  const found = [
    ...matches(scheme, text, withScheme),
    ...matches(bare, text, withoutScheme),
    ...matches(spokenDot, text, inWords),
    ...matches(looseDot, text, inWords),
    ...matches(standIn, text, hidden),
    ...matches(bareStandIn, text, hidden),
    ...matches(otherScheme, text, unreadable),
  ].sort((a, b) => a.from - b.from || b.to - a.to)
  const apart: Address[] = []
  for (const one of found) if (one.from >= (apart.at(-1)?.to ?? 0)) apart.push(one)
  return apart.slice(0, mostAddresses)
}

type Reader = (text: string, match: RegExpExecArray) => Address | null

function matches(pattern: RegExp, text: string, read: Reader): Address[] {
  const found: Address[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const address = read(text, match)
    if (address) {
      found.push(address)
      pattern.lastIndex = Math.max(pattern.lastIndex, address.to)
    }
    if (found.length >= mostAddresses) break
  }
  return found
}

function withScheme(text: string, match: RegExpExecArray): Address {
  const begin = match.index + match[0].length
  const split = !tidyScheme.test(match[0])
  const spaced = split ? stickyAt(spacedHost, text, begin) : ''
  const tight = withoutParticle(stickyAt(host, text, begin))
  const written = spaced.length > tight.length ? spaced : tight
  return addressAt(text, match.index, begin, begin + written.length, { hasScheme: true, split })
}

function withoutScheme(text: string, match: RegExpExecArray): Address | null {
  const before = text[match.index - 1] ?? ' '
  // A full stop ends a sentence where it follows Korean: `됩니다.www.…`.
  const afterSentence = before === '.' && /[가-힣]/.test(text[match.index - 2] ?? '')
  if (/[@a-z0-9._-]/.test(before) && !afterSentence) return null
  const end = match.index + match[0].length
  if (text[end] === '@') return null
  return addressAt(text, match.index, match.index, end, { hasScheme: false, split: false })
}

function inWords(text: string, match: RegExpExecArray): Address {
  const end = match.index + match[0].length
  const address = addressAt(text, match.index, match.index, end, { hasScheme: false, split: true })
  const plain = match[0]
    .replace(/ {0,2}(?:\(?(?:점|쩜|닷|dot)\)?|\[\.\]|\(\.\)|\[dot\]) {0,2}/, '.')
    .replace(/(컴|넷|케이알)$/, (word) => spoken[word] ?? word)
  return { ...address, authority: plain.replace(/ /g, '') }
}

function hidden(_text: string, match: RegExpExecArray): Address {
  const lead = /^[\s:>→▶☞]/.test(match[0]) ? 1 : 0
  return withoutAuthority(match.index + lead, match.index + match[0].length, false)
}

function unreadable(_text: string, { index, 0: words }: RegExpExecArray): Address {
  const lead = /^[^a-z]/.test(words) ? 1 : 0
  return withoutAuthority(index + lead, index + words.length, true)
}

function withoutAuthority(from: number, to: number, hasScheme: boolean): Address {
  return {
    from,
    to,
    authority: '',
    authorityFrom: from,
    authorityTo: from,
    path: '',
    hasScheme,
    split: false,
    isPointedAt: false,
  }
}

function addressAt(
  text: string,
  from: number,
  authorityFrom: number,
  authorityTo: number,
  how: Pick<Address, 'hasScheme' | 'split'>,
): Address {
  const rest = stickyAt(path, text, authorityTo).replace(/[.,;:!?)\]}…~]+$/, '')
  return {
    from,
    to: Math.max(authorityTo + rest.length, from + 1),
    authority: text.slice(authorityFrom, authorityTo).replace(/ /g, ''),
    authorityFrom,
    authorityTo,
    path: rest,
    isPointedAt: pointer.test(text.slice(Math.max(0, from - 3), from)),
    ...how,
  }
}

const pointer = /[:>→▶☞➡]\s{0,2}$/

function stickyAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

/** Korean hangs its particles on the address: `a.com에서` is the host `a.com`. */
function withoutParticle(written: string): string {
  const cut = /^(.*\.(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59}))(?::(\d{2,5}))?[^a-z0-9.:@-]/.exec(written)
  const kept = cut ? `${cut[1]}${cut[2] ? `:${cut[2]}` : ''}` : written
  return kept.replace(/[.:;!~*_…]+$/, (tail) => (tail.includes('*') ? tail : ''))
}
