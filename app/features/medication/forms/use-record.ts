import { useNavigate } from '@remix-run/react'
import { v7 as uuidv7 } from 'uuid'
import { useRef, useState, type FormEvent } from 'react'
import { addCommand } from '~/commands/add-command'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { valuesOf, type Act, type FormError } from './form-values'

/** For so long a further tap is the same trembling tap, also on what has come under the finger since; ms. */
export const sameTapMs = 1_000

/** No time, no date, no number. */
const typedHalf = '?'

/** What a form sends: old browsers leave the pressed button out of what a script reads. */
export function sentBy(event: FormEvent<HTMLFormElement>): FormData {
  const data = new FormData(event.currentTarget)
  const { submitter } = event.nativeEvent as SubmitEvent
  if (submitter instanceof HTMLButtonElement && submitter.name !== '')
    data.append(submitter.name, submitter.value)
  // A time or date that is typed halfway has no value: it would pass for one that was left empty.
  for (const field of event.currentTarget.elements)
    if (field instanceof HTMLInputElement && field.validity.badInput)
      data.set(field.name, typedHalf)
  return data
}

/**
 * Sending a form in the page: written down on the phone first, then gone on from. The same form reaches the
 * route's action where there is no JavaScript. `returned` are the errors it came back with from there.
 */
export function useRecord(
  act: Act,
  { facts, now }: { facts: Facts; now: Moment },
  returned: readonly FormError[] = [],
) {
  const navigate = useNavigate()
  const [errors, setErrors] = useState<readonly FormError[]>(returned)
  const lastKept = useRef(-Infinity)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (performance.now() - lastKept.current < sameTapMs) return
    const values = valuesOf(sentBy(event))
    const outcome = act(values, facts, now, uuidv7)
    if ('errors' in outcome) {
      setErrors(outcome.errors)
      return
    }
    lastKept.current = performance.now()
    setErrors([])
    void addCommand('record_facts', outcome.facts, () => navigate(outcome.to))
  }
  return { errors, submit }
}
