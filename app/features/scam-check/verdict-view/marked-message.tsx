import { Card } from '~/ui/card'
import type { Checked } from '../checked'
import type { Level } from '../verdict/verdict'
import { cutMessage, type Piece } from './cut-message'

/**
 * The message as it came: what gave it away marked with the number of its reason, telephone numbers struck
 * through, nothing in it to be tapped.
 */
export function MarkedMessage({ kind, text, verdict }: Pick<Checked, 'kind' | 'text' | 'verdict'>) {
  const pieces = cutMessage(text, verdict)
  return (
    <Card labelledBy="message">
      <h2 id="message" className="text-caption text-soft">
        {kind === 'call' ? '전화로 들은 말' : '받은 글'}
      </h2>
      <p className="mt-1 text-body whitespace-pre-line" data-quoted>
        {pieces.map((piece, index) => (
          <Cut key={index} piece={piece} level={verdict.level} />
        ))}
      </p>
      {verdict.numbers.length > 0 ? (
        <p className="mt-3 text-caption text-soft">줄 그은 번호로는 전화하지 마세요.</p>
      ) : null}
    </Card>
  )
}

export function Cut({
  piece: { text, reasons, ends, isNumber },
  level,
}: {
  piece: Piece
  level: Level
}) {
  const words = isNumber ? <s className="struck">{text}</s> : text
  if (reasons.length === 0) return words
  return (
    <>
      <mark className={level === 'danger' ? 'told told-danger' : 'told'}>{words}</mark>
      {ends.map((reason) => (
        <ReasonNumber key={reason} reason={reason} />
      ))}
    </>
  )
}

const ReasonNumber = ({ reason }: { reason: number }) => (
  <sup className="reason-number">
    <span className="sr-only"> 까닭 </span>
    {reason}
    <span className="sr-only">. </span>
  </sup>
)
