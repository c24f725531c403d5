import { isDisguised, isHangul, isUnseen, latinOf } from './letters'
import { createMapping, type MappedText } from './mapped-text'
import type { Span } from './verdict'

export interface FoldedText extends MappedText {
  /** Where something unseen stands between two Hangul syllables, or a foreign letter among Latin ones. */
  disguises: Span[]
}

const mostMarks = 6
const mostDisguises = 20

/**
 * The text as it looks: compatibility forms, full width, circled and mathematical letters, decomposed Hangul and
 * look-alike letters become plain ones in lower case, unseen characters go, each white space becomes a blank and
 * each line end a line feed. Linear in the length; any UTF-16, broken surrogates included.
 */
export function foldText(original: string): FoldedText {
  const mapping = createMapping(original.length)
  const disguises: Span[] = []
  const note = (start: number, end: number) => {
    if (disguises.length < mostDisguises) disguises.push([start, end])
  }
  let latinBefore = false
  let hangulBefore = false
  let unseenSince = -1
  for (let at = 0; at < original.length;) {
    const point = original.codePointAt(at) ?? 0
    const end = at + (point > 0xffff ? 2 : 1)
    // Nearly all of a Korean text: syllables, which fold to themselves unless a mark follows.
    if (isHangul(point) && unseenSince < 0 && !isMark(original.charCodeAt(end))) {
      mapping.add(original.charAt(at), at, end)
      latinBefore = false
      hangulBefore = true
      at = end
      continue
    }
    if (isUnseen(point)) {
      if (unseenSince < 0) unseenSince = at
      at = end
      continue
    }
    const until = clusterEnd(original, end)
    const raw = point < 128 ? (original[at] ?? '') : plain(original.slice(at, until))
    const lower = raw.toLowerCase()
    const piece = lower.length === 1 ? latinOf(lower) : lower
    const hangul = isHangul(piece.charCodeAt(0))
    if (unseenSince >= 0 && hangul && hangulBefore) note(unseenSince - 1, until)
    if (isDisguised(lower) && (latinBefore || isLatinAt(original, until))) note(at, until)
    mapping.add(blankOf(piece), at, until)
    latinBefore = isLatinAt(original, at)
    hangulBefore = hangul
    unseenSince = -1
    at = until
  }
  return { ...mapping.done(), disguises }
}

/** Compatibility jamo such as ㅋ stay: normalising would make them conjoining ones, which nobody writes. */
function plain(cluster: string): string {
  const code = cluster.charCodeAt(0)
  if (cluster.length === 1 && (isHangul(code) || (code >= 0x3131 && code <= 0x318e))) return cluster
  return cluster.normalize('NFKC')
}

const isMark = (code: number) =>
  (code >= 0x300 && code <= 0x36f) || (code >= 0x1161 && code <= 0x11ff)

/** Marks and conjoining jamo belong to what stands before them; a pile of marks is cut. */
function clusterEnd(text: string, from: number): number {
  let end = from
  for (let i = 0; i < mostMarks && end < text.length; i++) {
    if (!isMark(text.charCodeAt(end))) break
    end++
  }
  return end
}

function isLatinAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at) | 32
  return code >= 97 && code <= 122
}

function blankOf(piece: string): string {
  if (piece === '\n' || piece === '\r' || piece === '\u2028' || piece === '\u2029') return '\n'
  return piece.trim() === '' ? ' ' : piece
}
