import type { LocatedNumber } from './find-numbers'
import { isWordUnit } from './letters'
import type { ExaminedLink } from './links/examine-links'
import { createMapping, type MappedText } from './mapped-text'

export const marks = { link: 'ⓛ', officialLink: 'ⓞ', number: 'ⓟ' } as const

/**
 * What rules and the model read: only letters, digits and Hangul, no blanks and no signs between them, so that
 * `계.좌 이-체` is one word; one mark stands for each link and for each telephone number, nothing for what is `left` out.
 */
export function markedText(
  folded: MappedText,
  links: readonly ExaminedLink[],
  numbers: readonly LocatedNumber[],
  left: readonly { from: number; to: number }[] = [],
): MappedText {
  const stops = [
    ...links.map(({ from, to, findings }) => ({
      from,
      to,
      mark: findings.includes('official') ? marks.officialLink : marks.link,
    })),
    ...numbers.map(({ from, to }) => ({ from, to, mark: marks.number })),
    ...left.map(({ from, to }) => ({ from, to, mark: '' })),
  ].sort((a, b) => a.from - b.from)
  const mapping = createMapping(folded.text.length)
  let at = 0
  const copyUntil = (end: number) => {
    for (; at < end; at++)
      if (isWordUnit(folded.text.charCodeAt(at)))
        mapping.add(folded.text[at] ?? '', folded.starts[at] ?? 0, folded.ends[at] ?? 0)
  }
  for (const { from, to, mark } of stops) {
    if (from < at) continue
    copyUntil(from)
    mapping.add(mark, folded.starts[from] ?? 0, folded.ends[to - 1] ?? 0)
    at = to
  }
  copyUntil(folded.text.length)
  return mapping.done()
}
