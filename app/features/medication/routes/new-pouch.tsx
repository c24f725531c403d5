import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  useActionData,
  useLoaderData,
  useLocation,
  useNavigate,
  type ClientLoaderFunctionArgs,
} from '@remix-run/react'
import { useEffect, useState, type FormEvent } from 'react'
import { isShellRequest } from '~/platform/http/shell.server'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { ConsentGate } from '../entry/consent-gate'
import type { EntryPage } from '../entry/entry-page'
import { loadEntryPage } from '../entry/entry-page.server'
import { valuesOf } from '../entry/form-values'
import { loadKeptEntry } from '../entry/load-kept-entry'
import { beginningsOf } from '../entry/pouch-beginnings'
import { enterPouch, noSlot, slotsIn } from '../entry/pouch-course'
import { PouchDaysStep } from '../entry/pouch-days-step'
import { PouchSlotsStep } from '../entry/pouch-slots-step'
import { recordForm } from '../entry/record-form.server'
import { namedMinutes } from '../entry/slot-minutes'
import { useRecord } from '../entry/use-record'
import type { Medication } from '../use-medication'
import { useMedication } from '../use-medication'

export const meta: MetaFunction = () => [{ title: '약봉지 넣기 · 곁에' }]
export const handle: PageHandle = { back: { to: '/medication/courses', label: '내 약' } }

export function loader({ context, request }: LoaderFunctionArgs) {
  return isShellRequest(request) ? { shell: true as const } : loadEntryPage(context)
}

export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return loadKeptEntry(() => serverLoader<typeof loader>())
}
clientLoader.hydrate = true as const

export const action = ({ context, request }: ActionFunctionArgs) =>
  recordForm(context, request, enterPouch)

export default function NewPouchRoute() {
  const page = useLoaderData<typeof loader>()
  return page.shell ? <PageHead title="약봉지 넣기" /> : <NewPouch page={page} />
}

function NewPouch({ page }: { page: EntryPage }) {
  const medication = useMedication(page)
  return (
    <ConsentGate
      consent={medication.consent}
      commandId={page.commandId}
      path="/medication/new"
      title="약봉지 넣기"
    >
      <PouchSteps commandId={page.commandId} medication={medication} />
    </ConsentGate>
  )
}

function PouchSteps({ commandId, medication }: { commandId: string; medication: Medication }) {
  const { facts, now } = medication
  const returned = useActionData<typeof action>()
  const navigate = useNavigate()
  const { state } = useLocation() as { state: { slots?: string[] } | null }
  const sent = returned?.values.slot ?? []
  const [last, setLast] = useState(() => slotsIn({ slot: state?.slots ?? sent }))
  const { errors, submit } = useRecord(enterPouch, medication, returned?.errors)
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
      typed={returned?.values ?? {}}
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
