export interface Sentence {
  text: string
  /** Index of its first character in the text it came from. */
  start: number
}

const closerOf: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '‘': '’',
  '(': ')',
}

/**
 * The sentences of a text, white space folded. A sentence ends at `.`, `?`, `!` or `…` before white space or the end, but
 * not inside quotation marks or brackets (a quoted message stays in one piece) and not after a digit (`2026. 11.`).
 */
export function findSentences(text: string): Sentence[] {
  return cut(text, true) ?? cut(text, false) ?? []
}

export function splitSentences(text: string): string[] {
  return findSentences(text).map((sentence) => sentence.text)
}

/** Null when quotation marks were to be respected and one never closes. */
function cut(text: string, respectQuotes: boolean): Sentence[] | null {
  const sentences: Sentence[] = []
  const open: string[] = []
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (respectQuotes) {
      const closer = closerOf[character]
      if (open.at(-1) === character) open.pop()
      else if (closer) open.push(closer)
    }
    if (open.length === 0 && endsSentence(text, at)) {
      add(sentences, text.slice(start, at + 1), start)
      start = at + 1
    }
  }
  if (open.length > 0) return null
  add(sentences, text.slice(start), start)
  return sentences
}

function endsSentence(text: string, at: number): boolean {
  if (!/[.?!…]/.test(text.charAt(at))) return false
  if (at + 1 < text.length && !/\s/.test(text.charAt(at + 1))) return false
  return text.charAt(at) !== '.' || !/\d/.test(text.charAt(at - 1))
}

function add(sentences: Sentence[], raw: string, start: number) {
  const text = raw.trim().replace(/\s+/g, ' ')
  if (text) sentences.push({ text, start: start + raw.search(/\S/) })
}
