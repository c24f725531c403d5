import type { Span, Verdict } from '../verdict/verdict'

/** A stretch of the message in which nothing begins or ends. */
export interface Piece {
  text: string
  /** The reasons that point at it, counted from 1. */
  reasons: number[]
  /** Those of them that end here: their number stands behind it. */
  ends: number[]
  /** A telephone number, or a part of one: struck through. */
  isNumber: boolean
}

/** Cuts a message where its reasons and telephone numbers begin and end, so that each piece looks one way. */
export function cutMessage(
  text: string,
  { reasons, numbers }: Pick<Verdict, 'reasons' | 'numbers'>,
): Piece[] {
  const pointed = reasons.flatMap(({ spans }, index) =>
    spans.map((span) => ({ span, reason: index + 1 })),
  )
  const struck = numbers.map(({ span }) => span)
  const cuts = [0, text.length, ...pointed.flatMap(({ span }) => span), ...struck.flat()]
  const places = [...new Set(cuts)].filter((at) => at >= 0 && at <= text.length)
  places.sort((a, b) => a - b)
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? text.length
    const here = pointed.filter(({ span }) => covers(span, from, to))
    return {
      text: text.slice(from, to),
      reasons: unique(here.map(({ reason }) => reason)),
      ends: unique(here.filter(({ span }) => span[1] === to).map(({ reason }) => reason)),
      isNumber: struck.some((span) => covers(span, from, to)),
    }
  })
}

const covers = ([start, end]: Span, from: number, to: number) => start <= from && to <= end

const unique = (numbers: number[]) => [...new Set(numbers)].sort((a, b) => a - b)
