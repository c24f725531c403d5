import { Form } from '@remix-run/react'
import { useEffect, useId, useRef } from 'react'
import { Button } from '~/ui/button'
import type { AskProps } from './answer-form'
import { SayFields } from './say-fields'
import type { Said } from './say'
import { TimeField } from './time-field'

interface Props extends AskProps {
  when: NonNullable<Said['when']>
  onRefuse(): void
  takesFocus: boolean
}

/**
 * 먹었어요 of a day that is over: most often it was taken then and not said. Written with the present time it
 * would stop the next dose as one too many.
 */
export function WhenTaken({ when, onRefuse, takesFocus, ...ask }: Props) {
  const { group, now, commandId, onSubmit, errorOf } = ask
  const id = useId()
  const question = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) question.current?.focus()
  }, [takesFocus])
  const doses = when.doses.map((key) => ({ key }))
  const error = errorOf(when.doses)
  const value = (what: string) => (when.insisting ? `insist:${what}` : what)
  const fields = <SayFields commandId={commandId} doses={doses} />
  return (
    <div className="mt-3 grid gap-3">
      <div ref={question} tabIndex={-1} role="status">
        <p className="text-h2 font-bold">언제 드셨어요?</p>
      </div>
      <Form method="post" onSubmit={onSubmit} className="grid gap-3">
        {fields}
        {group.minute === null ? null : (
          <Button variant="outlined" full big name="say" value={value('on_time')}>
            제때 먹었어요
          </Button>
        )}
        <Button variant="outlined" full big name="say" value={value('just_now')}>
          방금 먹었어요
        </Button>
      </Form>
      <details open={error !== undefined}>
        <summary className="summary-link">다른 때 먹었어요</summary>
        <Form method="post" onSubmit={onSubmit} noValidate className="mt-2 grid gap-3">
          {fields}
          <TimeField id={id} group={group} now={now} error={error} />
          <Button variant="outlined" full name="say" value={value('earlier')}>
            이때 먹었어요
          </Button>
        </Form>
      </details>
      <Form method="post" onSubmit={onSubmit}>
        {fields}
        <Button
          variant="quiet"
          full
          name="say"
          value="nothing"
          onClick={(event) => {
            event.preventDefault()
            onRefuse()
          }}
        >
          돌아가기
        </Button>
      </Form>
    </div>
  )
}
