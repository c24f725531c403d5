import { useRef, type FormEvent } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { addCommand } from '~/commands/add-command'
import { sentBy } from '../entry/use-record'
import { valuesOf } from '../entry/form-values'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { answerChange } from './answer-change'

/** An answer to a change, written down on the phone; a second tap on the same one does nothing. */
export function useAnswer(facts: Facts, now: Moment, onKept: (changeId: string) => void) {
  const tapped = useRef(new Set<string>())
  return (changeId: string) => (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (tapped.current.has(changeId)) return
    const outcome = answerChange(valuesOf(sentBy(event)), facts, now, uuidv7)
    if (!('facts' in outcome)) return
    tapped.current.add(changeId)
    void addCommand('record_facts', outcome.facts, () => {
      tapped.current.delete(changeId)
      onKept(changeId)
    })
  }
}
