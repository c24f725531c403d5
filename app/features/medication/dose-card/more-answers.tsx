import { Form } from '@remix-run/react'
import { useId, type ReactNode } from 'react'
import { Button } from '~/ui/button'
import type { ShownDose } from '../schedule/dose-state'
import type { AskProps } from './answer-form'
import { SayFields } from './say-fields'
import { TimeField } from './time-field'

interface MoreAnswersProps extends AskProps {
  asked: readonly ShownDose[]
  /** Where there are several medicines, the answers of each. */
  each?: ReactNode
  /** What was typed there has to be looked at. */
  isEachWrong?: boolean
}

/**
 * 다른 답: each medicine by itself, 안 먹을래요, 기억이 안 나요, 아까 먹었어요. Opens in its place, by tap, key and without
 * JavaScript.
 */
export function MoreAnswers(props: MoreAnswersProps) {
  const { asked, each, isEachWrong = false, group, now, commandId, onSubmit, errorOf } = props
  const id = useId()
  const error = errorOf(asked.map(({ key }) => key))
  return (
    <details open={error !== undefined || isEachWrong}>
      <summary className="summary-button">다른 답</summary>
      <div className="mt-3 grid gap-4">
        {each}
        <Form method="post" onSubmit={onSubmit} className="grid gap-3">
          <SayFields commandId={commandId} doses={asked} />
          <Button variant="outlined" full name="say" value="declined">
            안 먹을래요
          </Button>
          <Button variant="outlined" full name="say" value="unknown">
            기억이 안 나요
          </Button>
        </Form>
        <Form method="post" onSubmit={onSubmit} noValidate className="grid gap-3">
          <SayFields commandId={commandId} doses={asked} />
          <TimeField id={id} group={group} now={now} error={error} />
          <Button variant="outlined" full name="say" value="earlier">
            아까 먹었어요
          </Button>
        </Form>
      </div>
    </details>
  )
}
