import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react'
import { isShellRequest } from '~/platform/http/shell.server'
import { Button } from '~/ui/button'
import { ChoiceGroup } from '~/ui/choice-group'
import { ErrorSummary } from '~/ui/error-summary'
import { Field } from '~/ui/field'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { ConsentGate } from '../entry/consent-gate'
import { DaysField } from '../entry/days-field'
import { DetailDays } from '../entry/detail-days'
import { DetailLimits, DetailMeal, DetailUntil, DetailWords } from '../entry/detail-rest'
import { DetailTimes } from '../entry/detail-times'
import { DetailWhat } from '../entry/detail-what'
import { enterCourse } from '../entry/enter-course'
import type { EntryPage } from '../entry/entry-page'
import { loadEntryPage } from '../entry/entry-page.server'
import { errorOf, one } from '../entry/form-values'
import { loadKeptEntry } from '../entry/load-kept-entry'
import { PageForm } from '../entry/page-form'
import { recordForm } from '../entry/record-form.server'
import { namedMinutes } from '../entry/slot-minutes'
import { useRecord } from '../entry/use-record'
import { isoDate } from '../schedule/care-date'
import { useMedication } from '../use-medication'

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
  const { facts, now, consent } = medication
  const returned = useActionData<typeof action>()
  const { errors, submit } = useRecord(enterCourse, medication, returned?.errors)
  const typed = returned?.values ?? {}
  const part = { typed, errors }
  return (
    <ConsentGate
      consent={consent}
      commandId={page.commandId}
      path="/medication/new/detail"
      title="약 하나 적기"
    >
      <div className="grid gap-6">
        <PageHead title="약 하나 적기" lead="봉지나 상자를 옆에 두고 적어요." />
        <ErrorSummary title="한 번 더 봐 주세요" errors={errors} />
        <PageForm commandId={page.commandId} onSubmit={submit}>
          <DetailWhat {...part} counts />
          <div className="group/kind grid gap-6">
            <ChoiceGroup
              name="kind"
              legend="어떻게 드세요?"
              defaultValue={one(typed, 'kind') || 'set'}
              choices={[
                { value: 'set', label: '때를 정해서' },
                { value: 'needed', label: '필요할 때만' },
              ]}
            />
            <div className="grid gap-6 group-[:has([value=needed]:checked)]/kind:hidden">
              <DetailTimes {...part} hours={namedMinutes(facts, now.day)} />
              <DetailDays {...part} />
              <DetailMeal {...part} />
              <DaysField
                label="며칠치 받으셨어요?"
                hint="모르면 비워 두세요."
                error={errorOf(errors, 'days')}
                defaultValue={one(typed, 'days')}
              />
            </div>
            <div className="group-[:not(:has([value=needed]:checked))]/kind:hidden">
              <DetailLimits {...part} />
            </div>
          </div>
          <Field
            name="fromOn"
            type="date"
            label="시작하는 날"
            error={errorOf(errors, 'fromOn')}
            defaultValue={one(typed, 'fromOn') || isoDate(now.day)}
          />
          <DetailUntil {...part} />
          <DetailWords {...part} isPouch={false} />
          <Button variant="primary" full big>
            적어 두기
          </Button>
        </PageForm>
      </div>
    </ConsentGate>
  )
}
