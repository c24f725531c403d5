import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react'
import { isShellRequest } from '~/platform/http/shell.server'
import { ErrorSummary } from '~/ui/error-summary'
import { LinkButton } from '~/ui/link-button'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { CalendarNotice } from '../calendar/calendar-notice'
import { ConsentGate } from '../consent/consent-gate'
import { DoneLine } from '../forms/done-line'
import type { EntryPage } from '../forms/entry-page'
import { loadEntryPage } from '../forms/entry-page.server'
import { HoursFields } from '../hours/hours-fields'
import { setHours } from '../hours/hours-form'
import { loadKeptEntry } from '../forms/load-kept-entry'
import { recordForm } from '../forms/record-form.server'
import { useRecord } from '../forms/use-record'
import { useMedication } from '../facts/use-medication'

export const meta: MetaFunction = () => [{ title: '약 시간 · 곁에' }]
export const handle: PageHandle = { back: { to: '/medication/courses', label: '내 약' } }

export function loader({ context, request }: LoaderFunctionArgs) {
  return isShellRequest(request) ? { shell: true as const } : loadEntryPage(context)
}

export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return loadKeptEntry(() => serverLoader<typeof loader>())
}
clientLoader.hydrate = true as const

export const action = ({ context, request }: ActionFunctionArgs) =>
  recordForm(context, request, setHours)

export default function HoursRoute() {
  const page = useLoaderData<typeof loader>()
  return page.shell ? <PageHead title="약 시간" /> : <Hours page={page} />
}

function Hours({ page }: { page: EntryPage }) {
  const medication = useMedication(page)
  const { facts } = medication
  const returned = useActionData<typeof action>()
  const { errors, submit } = useRecord(setHours, medication, returned?.errors)
  return (
    <ConsentGate
      consent={medication.consent}
      commandId={page.commandId}
      path="/medication/hours"
      title="약 시간"
    >
      <div className="grid gap-6">
        <div>
          <PageHead title="몇 시에 드세요?" lead="오늘 약이 이미 지났으면 내일부터 바뀌어요." />
          <DoneLine />
        </div>
        <CalendarNotice facts={facts} now={medication.now} />
        <ErrorSummary title="한 번 더 봐 주세요" errors={errors} />
        <HoursFields
          medication={medication}
          commandId={page.commandId}
          typed={returned?.values ?? {}}
          errors={errors}
          submit={submit}
        />
        <LinkButton to="/medication/calendar" variant="quiet" full>
          휴대폰 달력에 넣기
        </LinkButton>
      </div>
    </ConsentGate>
  )
}
