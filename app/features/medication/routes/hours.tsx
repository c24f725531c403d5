import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react'
import { isShellRequest } from '~/platform/http/shell.server'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Field } from '~/ui/field'
import { LinkButton } from '~/ui/link-button'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { CalendarNotice } from '../calendar/calendar-notice'
import { ConsentGate } from '../entry/consent-gate'
import { DoneLine } from '../entry/done-line'
import type { EntryPage } from '../entry/entry-page'
import { loadEntryPage } from '../entry/entry-page.server'
import { errorOf, one } from '../entry/form-values'
import { newestHour, newestMinute, setHours } from '../entry/hours-form'
import { loadKeptEntry } from '../entry/load-kept-entry'
import { PageForm } from '../entry/page-form'
import { recordForm } from '../entry/record-form.server'
import { slotMinute } from '../entry/slot-minutes'
import { timeField } from '../entry/typed-numbers'
import { useRecord } from '../entry/use-record'
import type { NamedSlot } from '../schedule/facts'
import { useMedication, type Medication } from '../use-medication'
import { dayInWords, namedSlots, slotNames, timeInWords } from '../wording'

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
        <PageForm commandId={page.commandId} onSubmit={submit}>
          {namedSlots.map((slotId) => (
            <Field
              // A value that comes from elsewhere replaces what stands in the field.
              key={`${slotId} ${newestHour(facts, slotId)?.id ?? ''}`}
              name={slotId}
              type="time"
              label={slotNames[slotId]}
              hint={hourInWords(medication, slotId)}
              error={errorOf(errors, slotId)}
              defaultValue={
                one(returned?.values ?? {}, slotId) || timeField(newestMinute(facts, slotId))
              }
            />
          ))}
          <Button variant="primary" full big>
            시간 적어 두기
          </Button>
        </PageForm>
        <LinkButton to="/medication/calendar" variant="quiet" full>
          휴대폰 달력에 넣기
        </LinkButton>
      </div>
    </ConsentGate>
  )
}

/** The hour in words, and from when a changed one applies while today still has the old one. */
function hourInWords({ facts, now }: Medication, slotId: NamedSlot): string {
  const newest = newestHour(facts, slotId)
  const today = timeInWords(slotMinute(facts, slotId, now.day) ?? 0)
  if (!newest || newest.fromOn <= now.day) return `지금은 ${asSentence(today)}`
  const next = `${dayInWords(newest.fromOn, now.day)}부터 ${asSentence(timeInWords(newest.minute))}`
  return `오늘은 ${today}, ${next}`
}

const asSentence = (time: string) => `${time}${time.endsWith('분') ? '이에요' : '예요'}.`
