import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react'
import { isShellRequest } from '~/platform/http/shell.server'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { ConsentGate } from '../consent/consent-gate'
import type { EntryPage } from '../forms/entry-page'
import { loadEntryPage } from '../forms/entry-page.server'
import { loadKeptEntry } from '../forms/load-kept-entry'
import { enterPouch } from '../pouch/pouch-course'
import { PouchSteps } from '../pouch/pouch-steps'
import { recordForm } from '../forms/record-form.server'
import { useRecord } from '../forms/use-record'
import { useMedication } from '../facts/use-medication'

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
  const returned = useActionData<typeof action>()
  const { errors, submit } = useRecord(enterPouch, medication, returned?.errors)
  return (
    <ConsentGate
      consent={medication.consent}
      commandId={page.commandId}
      path="/medication/new"
      title="약봉지 넣기"
    >
      <PouchSteps
        commandId={page.commandId}
        medication={medication}
        typed={returned?.values ?? {}}
        errors={errors}
        submit={submit}
      />
    </ConsentGate>
  )
}
