import type { CheckKind, ReasonCode } from '../verdict'

/** Words that give a trick away, over the compact text: no blanks, no signs, `ⓛ` a link, `ⓞ` an official one, `ⓟ` a number. */
export interface Phrases {
  code: ReasonCode
  /** Only in what was read, or only in what was said; null: in both. */
  only: CheckKind | null
  pattern: RegExp
  /** The same from where a hit begins, with what follows each end of a wide gap captured: where the gaps are. */
  gaps: RegExp
  /** A no after these words turns them into advice: "…을 요구하지 않습니다", "…에 주의하세요". */
  denied: boolean
}

/** A rule of one code; every alternative has bounded gaps, so that a search is linear. */
export function phrases(
  code: ReasonCode,
  alternatives: readonly string[],
  { only = null, denied = true }: { only?: CheckKind | null; denied?: boolean } = {},
): Phrases {
  const source = alternatives.join('|')
  return {
    code,
    only,
    pattern: new RegExp(source, 'g'),
    gaps: new RegExp(withGapsCaptured(source), 'y'),
    denied,
  }
}

/** A gap that may be this long is not among the words that give something away. */
const wide = 6
const gapOrAhead = /\(\?!(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\.\{0,(\d+)\}/g

const withGapsCaptured = (source: string) =>
  source.replace(gapOrAhead, (piece: string, most?: string) =>
    Number(most ?? 0) >= wide ? `(?=([^]*))${piece}(?=([^]*))` : piece,
  )

/** A hit this short has no gap worth leaving out. */
const short = 10
const ahead = 40
const apartFrom = 5

export interface Stretch {
  from: number
  to: number
}

/** The words of a hit of `rule` at `[from, to)` without what stands in its wide gaps; at least one stretch. */
export function wordsOfHit({ gaps }: Phrases, text: string, { from, to }: Stretch): Stretch[] {
  if (to - from <= short) return [{ from, to }]
  const near = text.slice(from, to + ahead)
  gaps.lastIndex = 0
  const ends =
    gaps
      .exec(near)
      ?.slice(1)
      .filter((rest) => rest !== undefined) ?? []
  const words: Stretch[] = []
  let at = 0
  const add = (end: number) => {
    if (end > at) words.push({ from: from + at, to: from + end })
  }
  for (let i = 0; i + 1 < ends.length; i += 2) {
    const [begin, end] = [near.length - ends[i]!.length, near.length - ends[i + 1]!.length]
    if (end - begin < apartFrom && begin > at && end < to - from) continue
    add(begin)
    at = end
  }
  add(to - from)
  return words.length > 0 ? words : [{ from, to }]
}
