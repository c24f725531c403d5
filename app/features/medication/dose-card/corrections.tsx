import { Form } from '@remix-run/react'
import { useId } from 'react'
import { Button } from '~/ui/button'
import type { ShownDose } from '../schedule/dose-state'
import type { AskProps } from './answer-form'
import { SayFields } from './say-fields'
import { TimeField } from './time-field'

/** What 고치기 opens: another answer in the place of the one given, of exactly these doses. */
export function Corrections({
  doses,
  group,
  now,
  commandId,
  onSubmit,
  errorOf,
}: AskProps & { doses: readonly ShownDose[] }) {
  const id = useId()
  const mayBeTaken = doses.some(({ state }) => state !== 'declined')
  return (
    <div className="mt-2 grid gap-4">
      <Form method="post" onSubmit={onSubmit} noValidate className="grid gap-3">
        <SayFields commandId={commandId} doses={doses} correcting />
        <TimeField id={id} group={group} now={now} error={errorOf(doses.map(({ key }) => key))} />
        <Button variant="outlined" full name="say" value="earlier">
          이때 먹었어요
        </Button>
      </Form>
      <Form method="post" onSubmit={onSubmit} className="grid gap-3">
        <SayFields commandId={commandId} doses={doses} correcting />
        <Button variant="outlined" full name="say" value="declined">
          안 먹었어요
        </Button>
        <Button variant="outlined" full name="say" value="unknown">
          기억이 안 나요
        </Button>
        <Button variant="outlined" full name="say" value="cleared">
          답 지우기
        </Button>
      </Form>
      {mayBeTaken ? (
        <Form method="post" onSubmit={onSubmit}>
          <SayFields commandId={commandId} doses={doses} />
          <Button variant="quiet" full name="say" value="taken">
            또 먹었어요
          </Button>
        </Form>
      ) : null}
    </div>
  )
}
