import { useLocation, useNavigate } from '@remix-run/react'
import { useEffect, useState, type FormEvent } from 'react'
import type { Medication } from '../facts/use-medication'
import { valuesOf, type FormError, type Values } from '../forms/form-values'
import { beginningsOf } from './pouch-beginnings'
import { noSlot, slotsIn } from './pouch-course'
import { PouchDaysStep } from './pouch-days-step'
import { PouchSlotsStep } from './pouch-slots-step'
import { namedMinutes } from '../hours/slot-minutes'

interface PouchStepsProps {
  commandId: string
  medication: Pick<Medication, 'facts' | 'now'>
  /** What a form came back with. */
  typed: Values
  errors: readonly FormError[]
  submit(event: FormEvent<HTMLFormElement>): void
}

/** Both steps of a pouch under one address; the way back leads from the second to the first. */
export function PouchSteps({ commandId, medication, typed, errors, submit }: PouchStepsProps) {
  const { facts, now } = medication
  const navigate = useNavigate()
  const { state } = useLocation() as { state: { slots?: string[] } | null }
  const sent = typed.slot ?? []
  const [last, setLast] = useState(() => slotsIn({ slot: state?.slots ?? sent }))
  const [isMissing, setMissing] = useState(false)
  const slots = slotsIn({ slot: state?.slots ?? sent })
  const next = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const chosen = slotsIn(valuesOf(new FormData(event.currentTarget)))
    setLast(chosen)
    setMissing(chosen.length === 0)
    if (chosen.length === 0) return
    // Another hash loads nothing anew, and the way back leads to the first step.
    navigate('#days', { state: { slots: chosen } })
  }
  const chosen = state?.slots
  useEffect(() => {
    // Once the second step is there: before, the focus would go with what it replaces.
    if (chosen) document.getElementById('content')?.focus()
  }, [chosen])
  return slots.length > 0 ? (
    <PouchDaysStep
      commandId={commandId}
      slots={slots}
      beginnings={beginningsOf(facts, slots, now)}
      today={now.day}
      typed={typed}
      errors={errors}
      onSubmit={submit}
    />
  ) : (
    <PouchSlotsStep
      commandId={commandId}
      hours={namedMinutes(facts, now.day)}
      chosen={last}
      errors={isMissing ? noSlot : errors}
      onNext={next}
    />
  )
}
