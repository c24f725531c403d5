import { useRef, type FormEvent } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { addCommand } from '~/commands/add-command'
import { valuesOf } from '../forms/form-values'
import { sameTapMs, sentBy } from '../forms/use-record'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { answerChange } from './answer-change'

/** An answer to a change, written down on the phone; the second tap of a trembling finger does nothing. */
export function useAnswer(facts: Facts, now: Moment, onKept: (changeId: string) => void) {
  const lastTap = useRef(-Infinity)
  return (changeId: string) => (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (performance.now() - lastTap.current < sameTapMs) return
    const outcome = answerChange(valuesOf(sentBy(event)), facts, now, uuidv7)
    if (!('facts' in outcome)) return
    lastTap.current = performance.now()
    void addCommand('record_facts', outcome.facts, () => onKept(changeId))
  }
}
