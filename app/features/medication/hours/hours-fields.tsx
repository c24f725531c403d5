import { Button } from '~/ui/button'
import type { FormEvent } from 'react'
import { Field } from '~/ui/field'
import type { NamedSlot } from '../schedule/facts'
import type { Medication } from '../facts/use-medication'
import { dayInWords, namedSlots, slotNames, timeInWords } from '../wording'
import { errorOf, one, type FormError, type Values } from '../forms/form-values'
import { newestHour, newestMinute } from './hours-form'
import { PageForm } from '../forms/page-form'
import { slotMinute } from './slot-minutes'
import { timeField } from '../forms/typed-numbers'

interface HoursFieldsProps {
  medication: Pick<Medication, 'facts' | 'now'>
  commandId: string
  typed: Values
  errors: readonly FormError[]
  submit(event: FormEvent<HTMLFormElement>): void
}

/** The hour of each time of day. */
export function HoursFields({ medication, commandId, typed, errors, submit }: HoursFieldsProps) {
  const { facts } = medication
  return (
    <PageForm commandId={commandId} onSubmit={submit}>
      {namedSlots.map((slotId) => (
        <Field
          // A value that comes from elsewhere replaces what stands in the field.
          key={`${slotId} ${newestHour(facts, slotId)?.id ?? ''}`}
          name={slotId}
          type="time"
          label={slotNames[slotId]}
          hint={hourInWords(medication, slotId)}
          error={errorOf(errors, slotId)}
          defaultValue={one(typed, slotId) || timeField(newestMinute(facts, slotId))}
        />
      ))}
      <Button variant="primary" full big>
        시간 적어 두기
      </Button>
    </PageForm>
  )
}

/** The hour in words, and from when a changed one applies while today still has the old one. */
function hourInWords({ facts, now }: Pick<Medication, 'facts' | 'now'>, slotId: NamedSlot): string {
  const newest = newestHour(facts, slotId)
  const today = timeInWords(slotMinute(facts, slotId, now.day) ?? 0)
  if (!newest || newest.fromOn <= now.day) return `지금은 ${asSentence(today)}`
  const next = `${dayInWords(newest.fromOn, now.day)}부터 ${asSentence(timeInWords(newest.minute))}`
  return `오늘은 ${today}, ${next}`
}

const asSentence = (time: string) => `${time}${time.endsWith('분') ? '이에요' : '예요'}.`
