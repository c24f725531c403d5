import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react'
import { isShellRequest } from '~/platform/http/shell.server'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { ConsentGate } from '../consent/consent-gate'
import { DetailForm } from '../detail/detail-form'
import { enterCourse } from '../detail/enter-course'
import type { EntryPage } from '../forms/entry-page'
import { loadEntryPage } from '../forms/entry-page.server'
import { loadKeptEntry } from '../forms/load-kept-entry'
import { recordForm } from '../forms/record-form.server'
import { useRecord } from '../forms/use-record'
import { useMedication } from '../facts/use-medication'

export const meta: MetaFunction = () => [{ title: '약 하나 적기 · 곁에' }]
export const handle: PageHandle = { back: { to: '/medication/new', label: '약 넣기' } }

export function loader({ context, request }: LoaderFunctionArgs) {
  return isShellRequest(request) ? { shell: true as const } : loadEntryPage(context)
}

export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return loadKeptEntry(() => serverLoader<typeof loader>())
}
clientLoader.hydrate = true as const

export const action = ({ context, request }: ActionFunctionArgs) =>
  recordForm(context, request, enterCourse)

export default function NewDetailRoute() {
  const page = useLoaderData<typeof loader>()
  return page.shell ? <PageHead title="약 하나 적기" /> : <NewDetail page={page} />
}

function NewDetail({ page }: { page: EntryPage }) {
  const medication = useMedication(page)
  const returned = useActionData<typeof action>()
  const { errors, submit } = useRecord(enterCourse, medication, returned?.errors)
  const { commandId } = page
  return (
    <ConsentGate
      consent={medication.consent}
      commandId={commandId}
      path="/medication/new/detail"
      title="약 하나 적기"
    >
      <DetailForm
        medication={medication}
        commandId={commandId}
        typed={returned?.values ?? {}}
        errors={errors}
        submit={submit}
      />
    </ConsentGate>
  )
}
