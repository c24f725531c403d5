import type { FoldedText } from './fold-text'
import { originalSpan } from './mapped-text'
import type { Span } from './verdict'

const parted = /[가-힣](?:[.·*^~_|/\\+=♥♡★☆●○◆◇■□▶▷♠♣※,'"`;:-]{1,2}[가-힣]){2,12}(?![가-힣])/g
const weekdays = /^[월화수목금토일]+$/

/** Where someone put signs between single syllables (`대.출.상.담`), unseen characters or foreign letters into words. */
export function compactDisguises(folded: FoldedText): Span[] {
  const found = [...folded.disguises]
  for (const match of folded.text.matchAll(parted)) {
    const before = folded.text[match.index - 1] ?? ' '
    const bare = match[0].replace(/[^가-힣]/g, '')
    const joint = match[0].replace(/[가-힣]/g, '')
    const isList = weekdays.test(bare) || /[·,/~]/.test(joint)
    if (/[가-힣]/.test(before) || isList || new Set(joint).size > 1) continue
    found.push(originalSpan(folded, match.index, match.index + match[0].length))
    if (found.length >= 20) break
  }
  return found
}
