import { Form } from '@remix-run/react'
import type { FormEvent } from 'react'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { timeField } from '../history/correct-dose'
import { isoDate } from '../schedule/care-date'
import type { ClinicVisit } from '../schedule/facts'
import type { VisitErrors, VisitValues } from './plan-visit'

interface VisitFormProps {
  commandId: string
  /** The visit that is set anew. */
  visit: ClinicVisit | undefined
  /** What was typed, in a form that came back. */
  typed: VisitValues | undefined
  errors: VisitErrors
  primary: boolean
  onSubmit(event: FormEvent<HTMLFormElement>): void
}

export function VisitForm({ commandId, visit, typed, errors, primary, onSubmit }: VisitFormProps) {
  const of = visit ? `-${visit.id}` : ''
  const { on = visit ? isoDate(visit.on) : '', place = visit?.place ?? '' } = typed ?? {}
  const time = typed?.time ?? (visit && visit.minute !== null ? timeField(visit.minute) : '')
  return (
    <Form
      method="post"
      onSubmit={onSubmit}
      noValidate
      className="grid grid-cols-[minmax(0,1fr)] gap-4"
    >
      <input type="hidden" name="intent" value="plan" />
      <input type="hidden" name="commandId" value={commandId} />
      <input type="hidden" name="replaces" value={visit?.id ?? ''} />
      <Field
        name="on"
        id={`on${of}`}
        type="date"
        label="가실 날"
        defaultValue={on}
        error={errors.on}
      />
      <Field
        name="time"
        id={`time${of}`}
        type="time"
        label="시간"
        hint="모르시면 비워 두세요."
        defaultValue={time}
        error={errors.time}
      />
      <Field
        name="place"
        id={`place${of}`}
        label="병원 이름"
        hint="비워 두셔도 돼요."
        autoComplete="off"
        defaultValue={place}
        error={errors.place}
      />
      <Button variant={primary ? 'primary' : 'outlined'} full>
        적어 두기
      </Button>
    </Form>
  )
}
