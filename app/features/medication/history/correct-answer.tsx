import { Form } from '@remix-run/react'
import { useRef, useState, type FormEvent } from 'react'
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid'
import { addCommand } from '~/commands/add-command'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { correctDose, timeField } from './correct-dose'
import type { ShownDose } from '../schedule/dose-state'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'

/** A form that came back: what was typed, and what to do about it. */
export interface SentCorrection {
  doseKey: string
  time: string
  error: string
}

interface CorrectAnswerProps {
  shown: ShownDose
  /** `아침 약`: there are several of these on a page. */
  title: string
  /** Of a wall or of a care date: what stands in the field. */
  time: number | null
  /** Stands open, since an answer is asked for. */
  asks: boolean
  facts: Facts
  now: Moment
  pageCommandId: string
  sent: SentCorrection | undefined
}

/** 「고치기」: folded away until wanted, without JavaScript as well. */
export function CorrectAnswer(props: CorrectAnswerProps) {
  const { shown, title, time, asks, facts, now, pageCommandId, sent } = props
  const { key, record } = shown
  const [error, setError] = useState(sent?.error)
  const [done, setDone] = useState<string>()
  const fold = useRef<HTMLDetailsElement>(null)
  const busy = useRef(false)
  const standing = (record?.heads.length ?? 0) + (record?.extras.length ?? 0)
  const isAnswered = standing > 0 && (record?.shown !== null || record.extras.length > 0)

  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent
    if (!(submitter instanceof HTMLButtonElement)) return
    event.preventDefault()
    if (busy.current) return
    const typed = new FormData(event.currentTarget).get('time')
    const values = { doseKey: key, kind: submitter.value, time: String(typed ?? '') }
    const corrected = correctDose(values, facts, now, uuidv7)
    setError('error' in corrected ? corrected.error : undefined)
    if ('error' in corrected) {
      event.currentTarget.querySelector('input[name=time]')?.scrollIntoView({ block: 'center' })
      return
    }
    busy.current = true
    void addCommand('record_facts', corrected.facts, () => {
      busy.current = false
      if (fold.current) fold.current.open = false
      fold.current?.querySelector('summary')?.focus()
      setDone('적어 두었어요.')
    })
  }

  return (
    <div className="mt-3">
      <details ref={fold} open={asks || sent !== undefined} className="fold">
        <summary className="fold-button">
          고치기<span className="sr-only">: {title}</span>
        </summary>
        <Form
          method="post"
          onSubmit={submit}
          noValidate
          className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-3"
        >
          <input type="hidden" name="doseKey" value={key} />
          <input type="hidden" name="commandId" value={uuidv5(key, pageCommandId)} />
          <Field
            name="time"
            id={`time-${key}`}
            type="time"
            label="드신 시간"
            hint="드셨으면 몇 시인지 봐 주세요."
            defaultValue={sent?.time ?? (time === null ? '' : timeField(time))}
            error={error}
          />
          <Button variant="choice" name="kind" value="taken">
            먹었어요
          </Button>
          <Button variant="choice" name="kind" value="declined">
            안 먹었어요
          </Button>
          <Button variant="choice" name="kind" value="unknown">
            기억이 안 나요
          </Button>
          {isAnswered ? (
            <Button variant="quiet" full name="kind" value="cleared">
              답 지우기
            </Button>
          ) : null}
        </Form>
      </details>
      <p role="status" className={done ? 'mt-2 text-body font-bold text-pine' : 'sr-only'}>
        {done}
      </p>
    </div>
  )
}
