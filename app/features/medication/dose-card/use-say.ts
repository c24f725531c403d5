import { startTransition, useEffect, useRef, useState, type FormEvent } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { addCommand } from '~/commands/add-command'
import type { NewFacts } from '../facts/fact-schema'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { pressedIn } from '~/ui/pressed-in'
import { trembleMs } from '~/ui/tremble'
import { readInsisting, readSayForm, say, type Said } from './say'

/** Writes what was said down; the practice card does not. */
export type WriteDown = (facts: NewFacts) => Promise<unknown>

const onThePhone: WriteDown = (facts) => addCommand('record_facts', facts)

/**
 * Answering in the page: written down on the phone first, shown as answered as soon as it is, sent whenever
 * that works. Until then a second tap does nothing.
 */
export function useSay(facts: Facts, now: Moment, writeDown: WriteDown = onThePhone) {
  const [said, setSaid] = useState<Said | null>(null)
  const isWriting = useRef(false)
  const askedAt = useRef(-Infinity)
  useEffect(() => {
    isWriting.current = false
  }, [facts])

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isWriting.current || performance.now() - askedAt.current < trembleMs) return
    const read = readSayForm(new FormData(event.currentTarget), pressedIn(event))
    const { form, insisting } = readInsisting(read)
    const next = say(form, facts, now, { newId: uuidv7, insisting })
    // A time that cannot be read is said beside the question it answers.
    if (next.timeError && said?.when) next.when = said.when
    else if (next.when) askedAt.current = performance.now()
    const asks = !next.facts || next.stopped.length > 0
    if (asks || said) setSaid(next)
    // What shows comes of the facts, once they are kept; the focus follows when that is painted.
    else startTransition(() => setSaid(next))
    if (!next.facts) return
    isWriting.current = true
    void writeDown(next.facts).then(() => {
      isWriting.current = false
    })
  }
  return { said, submit, forget: () => setSaid(null) }
}
