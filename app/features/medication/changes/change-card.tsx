import { Form } from '@remix-run/react'
import type { FormEvent } from 'react'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { Icon } from '~/ui/icon'
import type { Writers } from '../facts/medication-page'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { changesPath } from './answer-change'
import { changeInWords } from './change-words'
import type { Change } from './list-changes'
import { putBack } from './put-back'

interface ChangeCardProps {
  change: Change
  facts: Facts
  now: Moment
  writers: Writers
  commandId: string
  /** False where nothing may be written down. */
  asks: boolean
  onAnswer(event: FormEvent<HTMLFormElement>): void
}

const answers = {
  known: '보신 것으로 적어 두었어요.',
  put_back: '되돌렸어요. 전처럼 챙겨 드려요.',
} as const

/** One change: who and when, what it was and what it is, and both answers of one look. */
export function ChangeCard(props: ChangeCardProps) {
  const { change, facts, now, writers, commandId, asks, onAnswer } = props
  const { id, answered } = change
  const { title, when, was, is } = changeInWords(change, facts, now, writers)
  const canPutBack = answered !== 'put_back' && putBack(change, facts, now, () => '') !== null
  return (
    <Card as="article" labelledBy={`change-${id}`}>
      <h3 id={`change-${id}`} className="text-button font-bold">
        <span data-name>{title}</span> · {when}
      </h3>
      <dl className="mt-2 grid gap-2 text-body">
        <Lines term="전에는" lines={was} />
        <Lines term="지금은" lines={is} />
      </dl>
      {answered === null ? null : (
        <p role="status" className="marked mt-3 text-body font-bold">
          <Icon name="check" />
          <span>{answers[answered]}</span>
        </p>
      )}
      {asks && (answered === null || canPutBack) ? (
        <Form method="post" action={changesPath} onSubmit={onAnswer} className="mt-3 grid gap-3">
          <input type="hidden" name="commandId" value={commandId} />
          <input type="hidden" name="changeId" value={id} />
          {answered === null ? (
            <Button variant="outlined" full name="intent" value="known">
              알겠어요
            </Button>
          ) : null}
          {canPutBack ? (
            <Button variant="outlined" full name="intent" value="put-back">
              되돌리기
            </Button>
          ) : null}
        </Form>
      ) : null}
    </Card>
  )
}

const Lines = ({ term, lines }: { term: string; lines: readonly string[] }) => (
  <div>
    <dt className="text-caption text-soft">{term}</dt>
    {lines.map((line) => (
      <dd key={line} data-name>
        {line}
      </dd>
    ))}
  </div>
)
