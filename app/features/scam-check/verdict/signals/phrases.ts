import type { CheckKind, ReasonCode } from '../verdict'

/** Words that give a trick away, over the compact text: no blanks, no signs, `ⓛ` a link, `ⓞ` an official one, `ⓟ` a number. */
export interface Phrases {
  code: ReasonCode
  /** Only in what was read, or only in what was said; null: in both. */
  only: CheckKind | null
  pattern: RegExp
  /** A no after these words turns them into advice: "…을 요구하지 않습니다", "…에 주의하세요". */
  denied: boolean
}

/** A rule of one code; every alternative has bounded gaps, so that a search is linear. */
export function phrases(
  code: ReasonCode,
  alternatives: readonly string[],
  { only = null, denied = true }: { only?: CheckKind | null; denied?: boolean } = {},
): Phrases {
  return { code, only, pattern: new RegExp(alternatives.join('|'), 'g'), denied }
}
