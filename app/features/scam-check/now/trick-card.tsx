import { Card } from '~/ui/card'
import type { Reason } from '../verdict/verdict'
import { cutMessage } from '../verdict-view/cut-message'
import { Cut } from '../verdict-view/marked-message'
import type { CurrentTrick } from './now-schema'

/** A trick with a message to look at first; what is wrong with it opens below. */
export function TrickCard({
  trick: { id, title, lead, example, marks, instead },
}: {
  trick: CurrentTrick
}) {
  return (
    <Card as="article" labelledBy={id}>
      <h2 id={id} className="text-h2 font-bold">
        {title}
      </h2>
      <p className="mt-1 text-body">{lead}</p>
      <blockquote className="mt-3 rounded-control border-edge border-line bg-quiet p-gutter">
        <p className="text-caption text-soft">이런 글이 와요</p>
        <p className="text-body" data-quoted>
          {example}
        </p>
      </blockquote>
      <details className="mt-3">
        <summary className="summary-button">이상한 곳 보기</summary>
        <div className="mt-3 grid gap-3">
          <p className="text-body" data-quoted>
            {cutMessage(example, pointing(example, marks)).map((piece, index) => (
              <Cut key={index} piece={piece} level="danger" />
            ))}
          </p>
          <ol className="grid gap-2">
            {marks.map(({ words, why }, index) => (
              <li key={words} className="marked">
                <span className="reason-number" aria-hidden="true">
                  {index + 1}
                </span>
                <p className="text-body">{why}</p>
              </li>
            ))}
          </ol>
          <p className="text-body font-bold">{instead}</p>
        </div>
      </details>
    </Card>
  )
}

function pointing(example: string, marks: CurrentTrick['marks']) {
  const reasons = marks.map(({ words }): Reason => {
    const start = example.indexOf(words)
    return { code: 'resembles_scams', spans: [[start, start + words.length]] }
  })
  return { reasons, numbers: [] }
}
