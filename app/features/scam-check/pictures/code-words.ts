/** What is said of a code that was read; it was opened by nobody. */
const codeWords = {
  web: 'QR을 읽었어요. 열지는 않았어요.',
  call: '전화나 문자를 거는 QR이에요. 걸지는 않았어요.',
  network: '와이파이에 연결하는 QR이에요. 연결하지는 않았어요.',
  app: '앱을 열거나 돈을 보내는 QR일 수 있어요. 열지는 않았어요.',
  text: '링크가 없는 QR이에요. 적힌 글만 읽었어요.',
} as const
export type CodeKind = keyof typeof codeWords

const startsWith: [CodeKind, RegExp][] = [
  ['web', /^(?:https?:|urlto:|www\.)/i],
  // Cards with names and numbers: words to read, whatever stands in them.
  ['text', /^(?:begin|mecard):/i],
  ['call', /^(?:tel|sms|smsto|mms|mmsto|facetime):/i],
  ['network', /^(?:wifi|lpa):/i],
  // EMV payment codes are digits that begin with their format.
  ['app', /^(?:000201\d|[a-z][a-z0-9+.-]*:\S)/i],
  ['web', /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#:]|$)/i],
]

/** What a phone would do with this code, by the first of its letters. */
export const kindOfCode = (text: string): CodeKind =>
  startsWith.find(([, pattern]) => pattern.test(text.trim()))?.[0] ?? 'text'

export const wordsForCode = (text: string): string => codeWords[kindOfCode(text)]
