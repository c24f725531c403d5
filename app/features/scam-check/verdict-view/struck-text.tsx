import { cutMessage } from './cut-message'
import type { Span, Verdict } from '../verdict/verdict'

interface StruckTextProps {
  text: string
  numbers: Verdict['numbers']
  /** The part of the text that is shown. */
  span?: Span
}

/** Words out of a message with its telephone numbers struck through. */
export function StruckText({
  text,
  numbers,
  span: [from, to] = [0, text.length],
}: StruckTextProps) {
  const words = text.slice(from, to)
  const begin = from + words.length - words.trimStart().length
  const shown = words.trim()
  const within = (at: number) => Math.min(Math.max(at - begin, 0), shown.length)
  const struck = numbers.map((one): (typeof numbers)[number] => ({
    ...one,
    span: [within(one.span[0]), within(one.span[1])],
  }))
  return cutMessage(shown, { reasons: [], numbers: struck }).map((piece, index) =>
    piece.isNumber ? (
      <s key={index} className="struck">
        {piece.text}
      </s>
    ) : (
      piece.text
    ),
  )
}
