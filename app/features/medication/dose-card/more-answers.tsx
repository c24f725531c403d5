import { Form } from '@remix-run/react'
import { useId } from 'react'
import { Button } from '~/ui/button'
import type { ShownDose } from '../schedule/dose-state'
import type { AskProps } from './answer-form'
import { SayFields } from './say-fields'
import { TimeField } from './time-field'

/** 다른 답: 안 먹을래요, 아까 먹었어요, 기억이 안 나요. Opens in its place, by tap, key and without JavaScript. */
export function MoreAnswers({
  asked,
  group,
  now,
  commandId,
  onSubmit,
  errorOf,
}: AskProps & { asked: readonly ShownDose[] }) {
  const id = useId()
  const error = errorOf(asked.map(({ key }) => key))
  return (
    <details open={error !== undefined}>
      <summary className="summary-button">다른 답</summary>
      <div className="mt-3 grid gap-4">
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
