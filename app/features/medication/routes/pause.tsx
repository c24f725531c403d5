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
import { loadKeptEntry } from '../forms/load-kept-entry'
import { pausesNow } from '../pauses/pause-course'
import { pauseEverything } from '../pauses/pause-everything'
import { BeginPause, HeldPause } from '../pauses/pause-forms'
import { recordForm } from '../forms/record-form.server'
import { useRecord } from '../forms/use-record'
import { pausesToConfirm } from '../schedule/pauses'
import { useMedication } from '../facts/use-medication'

export const meta: MetaFunction = () => [{ title: '모든 약 쉬기 · 곁에' }]
export const handle: PageHandle = { back: { to: '/medication/courses', label: '내 약' } }

export function loader({ context, request }: LoaderFunctionArgs) {
  return isShellRequest(request) ? { shell: true as const } : loadEntryPage(context)
}

export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return loadKeptEntry(() => serverLoader<typeof loader>())
}
clientLoader.hydrate = true as const

export const action = ({ context, request }: ActionFunctionArgs) =>
  recordForm(context, request, pauseEverything)

export default function PauseRoute() {
  const page = useLoaderData<typeof loader>()
  return page.shell ? <PageHead title="모든 약 쉬기" /> : <PauseAll page={page} />
}

function PauseAll({ page }: { page: EntryPage }) {
  const medication = useMedication(page)
  const { facts, consent, now } = medication
  const returned = useActionData<typeof action>()
  const { errors, submit } = useRecord(pauseEverything, medication, returned?.errors)
  const [held] = pausesNow(facts, null, now)
  const asks = pausesToConfirm(facts, now.wall).some(({ courseId }) => courseId === null)
  const { commandId } = page
  return (
    <ConsentGate
      consent={consent}
      commandId={commandId}
      path="/medication/pause"
      title="모든 약 쉬기"
    >
      <div className="grid gap-6">
        <div>
          <PageHead
            eyebrow="모든 약 쉬기"
            title={held ? '약을 쉬고 있어요' : '입원 중이세요?'}
            lead="쉬는 동안은 약을 여쭙지 않아요."
          />
          <DoneLine />
        </div>
        <CalendarNotice facts={facts} now={now} />
        <ErrorSummary title="한 번 더 봐 주세요" errors={errors} />
        {held ? (
          <>
            <HeldPause commandId={commandId} pause={held} asks={asks} onSubmit={submit} />
            <section aria-labelledby="in-calendar" className="grid gap-2">
              <h2 id="in-calendar" className="text-h2 font-bold">
                달력에도 넣으셨어요?
              </h2>
              <p className="text-body">달력은 쉬는 동안에도 울려요. 달력에서 지워 주세요.</p>
              <LinkButton to="/medication/calendar" variant="quiet" full>
                지우는 법 보기
              </LinkButton>
            </section>
          </>
        ) : (
          <BeginPause
            commandId={commandId}
            typed={returned?.values ?? {}}
            errors={errors}
            onSubmit={submit}
          />
        )}
      </div>
    </ConsentGate>
  )
}
