import { splitSentences } from '../app/features/cards/content/sentences'

/**
 * What a text is, which decides its length and how it may end:
 * - `sentence`: one or more sentences, each in 해요체
 * - `error`: sentences that say what happened, why and what to do now; at most three
 * - `text`: unknown, as read off a page: a sentence where it ends in `.` or `?`, otherwise a phrase
 * - `button`, `title`, `label`, `answer`, `pushTitle`, `pushBody`: a phrase or 해요체
 * - `alt`: what a picture shows, in any tone
 * - `name`: a proper name or the title of a source, of any length
 */
export type CopyKind =
  | 'sentence'
  | 'error'
  | 'text'
  | 'button'
  | 'title'
  | 'label'
  | 'answer'
  | 'alt'
  | 'pushTitle'
  | 'pushBody'
  | 'name'

const sentenceLimit = 40
const errorSentences = 3

/**
 * Characters with spaces. The numbers are those of /docs/writing-cards.md and of the community document
 * thenisaid/krds-ux-writing (buttons: 8 is recommended, 12 the most).
 */
const limits: Readonly<Partial<Record<CopyKind, number>>> = {
  button: 12,
  title: 15,
  label: 20,
  answer: 20,
  alt: 60,
  pushTitle: 25,
  pushBody: 50,
}

const quoted = /"[^"]*"|“[^”]*”|'[^']*'|‘[^’]*’/g
const closers = /(?:[\s.?!…~"'”’」』]|\([^()]*\))+$/

const doubleNegations: readonly RegExp[] = [
  /(?:없|않|아니|모르|못하)지\s?(?:는\s|도\s)?않/,
  /(?:않|없|모르)[을를]\s?수\s?(?:가\s)?없/,
  /(?:않|없|아니)으?면\s?안\s?[되된될됩돼]/,
  /(?:^|\s)(?:안|못)\s\S+면\s?안\s?[되된될됩돼]/,
  /(?:^|\s)(?:안|못)\s\S+지\s?(?:는\s|도\s)?않/,
  /(?:않|없)[은는]\s?(?:것|게|건)[은이도]?\s?아[니닌닙]/,
  /(?:^|\s)(?:안|못)\s\S+[은는한된간]\s?(?:것|게|건)[은이도]?\s?아[니닌닙]/,
]

/** Compared without spaces. The second list is banned only where nothing else is said. */
const bannedInErrors = '잘못입력 올바르지않 오류가발생 시스템오류 죄송 에러'.split(' ')
const emptyAlone = /^(?:잠시후에?|나중에)?다시(?:한번)?(?:시도)?해(?:주세요|보세요)[.]?$/

const officialese: Readonly<Record<string, string>> = {
  금일: '오늘',
  익일: '다음 날',
  명일: '내일',
  기입: '적기',
  기재: '적기',
  지참: '가져오기',
  필히: '꼭',
  귀하: '이름이나 빈칸',
  '구비 서류': '필요한 서류',
  구비서류: '필요한 서류',
}

/**
 * What is wrong with a Korean text by the plain-language rules of docs/writing-cards.md, in English; empty when nothing is.
 * Words inside quotation marks are somebody else's (a fraudster's message, a label on the screen): tone and negation are not
 * judged there, length, Latin letters, exclamation marks and emoji are. `allowedWords` are exact, e.g. `AI`, `Wi-Fi`.
 */
export function lintCopy(
  text: string,
  kind: CopyKind,
  allowedWords: readonly string[] = [],
): string[] {
  const whole = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (!whole) return ['the text is empty; write it']
  const parts = kind === 'name' ? [] : splitSentences(whole)
  return [
    ...findLatin(whole, allowedWords),
    ...findMarks(whole),
    ...findTooLong(whole, kind),
    ...(kind === 'error' ? findPoorError(whole, parts) : []),
    ...parts.flatMap((part) => [
      ...findLongSentence(part, kind),
      ...(kind === 'alt' ? [] : findTone(part, kind)),
      ...findDoubleNegation(part),
      ...findOfficialese(part),
    ]),
  ]
}

function findLatin(text: string, allowedWords: readonly string[]): string[] {
  const longestFirst = [...allowedWords].sort((a, b) => b.length - a.length)
  const rest = longestFirst.reduce((left, word) => left.replace(asWholeWord(word), ' '), text)
  const found = rest.match(/\p{Script=Latin}+(?:[.'’-]?[\p{Script=Latin}\d]+)*/gu) ?? []
  return [...new Set(found)].map(
    (word) =>
      `"${word}" is not Hangul; write it in Hangul or allow it in content/allowed-words.txt`,
  )
}

function asWholeWord(word: string): RegExp {
  const escaped = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  return new RegExp(`(?<!\\p{Script=Latin})${escaped}(?!\\p{Script=Latin})`, 'gu')
}

function findMarks(text: string): string[] {
  const found: string[] = []
  if (/[!！‼⁉❗❕]/.test(text)) found.push('an exclamation mark frightens; end with a full stop')
  if (/(?![‼⁉❗❕©®™])\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}\u20e3]/u.test(text)) {
    found.push('an emoji is read out oddly or not at all; remove it')
  }
  return found
}

function findTooLong(text: string, kind: CopyKind): string[] {
  const limit = limits[kind]
  const length = [...text].length
  if (limit === undefined || length <= limit) return []
  return [`the ${kind} has ${length} characters; shorten it to ${limit}`]
}

function findLongSentence(sentence: string, kind: CopyKind): string[] {
  const length = [...sentence].length
  if (limits[kind] !== undefined || length <= sentenceLimit) return []
  return [`a sentence has ${length} characters; shorten it to ${sentenceLimit} or split it`]
}

function findTone(sentence: string, kind: CopyKind): string[] {
  const own = sentence.replace(quoted, '')
  const end = own.replace(closers, '')
  if (hasFormalEnding(own)) return ['"…습니다" is not 해요체; end with 요']
  if (/시오$/.test(end)) return ['"…시오" is an order; write "…세요"']
  if (!/[가-힣]/.test(end)) return []
  if (/[요죠]$/.test(end) && !/(?:필|중)요$/.test(end)) return []
  if (isPlainEnding(end)) return ['"…다" is not 해요체; end with 요']
  const mustBeSentence =
    kind === 'sentence' || kind === 'error' || (kind === 'text' && /[.?…]["'”’)]*$/.test(sentence))
  return mustBeSentence ? [`"${sentence}" does not end in 해요체; end with 요 or 죠`] : []
}

/** ㅂ니다, ㅂ니까, 습니다: a syllable closed by ㅂ before 니다 or 니까. */
function hasFormalEnding(text: string): boolean {
  return [...text.matchAll(/([가-힣])(?=니[다까](?:$|[^가-힣]|만|고|라))/g)].some(
    ([, syllable = '']) => finalOf(syllable) === 'ㅂ',
  )
}

/** 한다, 있다, 없다, 했다, 하다, 되다, 이다; not a noun such as 바다. */
function isPlainEnding(text: string): boolean {
  const last = text.split(' ').at(-1) ?? ''
  if (!last.endsWith('다') || last.length < 2) return false
  if (/(?:하|되|이|같|좋|많|싶|겠|아니)다$/.test(last)) return !/(?:^|[^가-힣])사이다$/.test(last)
  const before = finalOf(last.at(-2) ?? '')
  return before === 'ㅆ' || before === 'ㅄ' || (before === 'ㄴ' && last !== '판다')
}

/** The consonant that closes a Hangul syllable; only those the rules above ask for are named. */
function finalOf(syllable: string): string {
  const index = (syllable.charCodeAt(0) - 0xac00) % 28
  return { 4: 'ㄴ', 17: 'ㅂ', 18: 'ㅄ', 20: 'ㅆ' }[index] ?? ''
}

function findDoubleNegation(sentence: string): string[] {
  const own = sentence.replace(quoted, '')
  if (!doubleNegations.some((pattern) => pattern.test(own))) return []
  return [`"${sentence}" denies twice; say it positively`]
}

function findOfficialese(sentence: string): string[] {
  const own = sentence.replace(quoted, '')
  return Object.entries(officialese)
    .filter(([word]) => new RegExp(`(?<![가-힣])${word}`).test(own))
    .map(([word, plain]) => `"${word}" is officialese; write "${plain}"`)
}

function findPoorError(text: string, sentences: readonly string[]): string[] {
  const packed = text.replace(/\s/g, '')
  const found = bannedInErrors
    .filter((phrase) => packed.includes(phrase))
    .map((phrase) => `"${phrase}" blames or says nothing; say what happened and what to do now`)
  if (emptyAlone.test(packed)) {
    found.push('"try again" alone does not help; say what happened and why first')
  }
  if (sentences.length > errorSentences) {
    found.push(`an error has ${sentences.length} sentences; write at most ${errorSentences}`)
  }
  return found
}
