import { isHangul } from './letters'
import type { Span } from './verdict'

/** A rewritten text that knows, for each of its UTF-16 units, which part of the original it stands for. */
export interface MappedText {
  text: string
  /** Offset in the original at which unit `i` begins; never smaller than that of unit `i - 1`. */
  starts: Uint32Array
  /** Offset in the original after unit `i`; never smaller than that of unit `i - 1`. */
  ends: Uint32Array
}

/** `[from, to)` of the rewritten text as a span of the original; `from < to`. */
export const originalSpan = ({ starts, ends }: MappedText, from: number, to: number): Span => [
  starts[from] ?? 0,
  ends[to - 1] ?? 0,
]

const reach = 8
const isPartOfWord = (letter: string) =>
  isHangul(letter.charCodeAt(0)) || /^[\p{L}\p{N}]$/u.test(letter)

/** A span grown to whole words, by at most eight units on each side: half a word is hard to read. */
export function wholeWords(original: string, [start, end]: Span): Span {
  let [from, to] = [start, end]
  while (from > 0 && start - from < reach && isPartOfWord(original.charAt(from - 1))) from--
  while (to < original.length && to - end < reach && isPartOfWord(original.charAt(to))) to++
  return [from, to]
}

/** Collects a rewritten text piece by piece, in the order of the original. */
export function createMapping(expected: number) {
  const parts: string[] = []
  let starts = new Uint32Array(expected + 16)
  let ends = new Uint32Array(expected + 16)
  let length = 0
  const grow = (least: number) => {
    const wider = (old: Uint32Array) => {
      const next = new Uint32Array(Math.max(least, old.length * 2))
      next.set(old)
      return next
    }
    starts = wider(starts)
    ends = wider(ends)
  }
  return {
    add(piece: string, start: number, end: number) {
      if (length + piece.length > starts.length) grow(length + piece.length)
      for (const until = length + piece.length; length < until; length++) {
        starts[length] = start
        ends[length] = end
      }
      parts.push(piece)
    },
    done: (): MappedText => ({
      text: parts.join(''),
      starts: starts.slice(0, length),
      ends: ends.slice(0, length),
    }),
  }
}
