import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import {
  useActionData,
  useLoaderData,
  useSearchParams,
  type ClientLoaderFunctionArgs,
} from '@remix-run/react'
import { useState } from 'react'
import { v7 as uuidv7, validate } from 'uuid'
import { applyNow } from '~/commands/apply-now.server'
import { refusedPage } from '~/features/medication/facts/why-not-kept.server'
import { useFreshen } from '~/offline/use-freshen'
import { appError } from '~/platform/http/app-errors'
import { isShellRequest } from '~/platform/http/shell.server'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { Capped } from '../health/capped'
import { HeldReminders } from '../health/held-reminders'
import { LastArrival } from '../health/last-arrival'
import { Late } from '../health/late'
import { PhoneState } from '../health/phone-state'
import { mayBeTested } from '../health/may-be-tested'
import { TestCard } from '../health/test-card'
import { useAllow } from '../health/use-allow'
import { useArrivals } from '../health/use-arrivals'
import { useNotificationSituation } from '../health/use-permission'
import { WhenNothingComes } from '../health/when-nothing-comes'
import { loadKeptReminders } from '../load-kept-reminders'
import { readReminders } from '../read-reminders.server'
import type { RemindersPage } from '../reminders-page'
import { AfterSaving } from '../settings/after-saving'
import { EditSettings } from '../settings/edit-settings'
import { readSettingsForm } from '../settings/settings-form'
import { useSettings } from '../settings/use-settings'
import { useSubscription } from '../subscription/use-subscription'

export const meta: MetaFunction = () => [{ title: '알림 · 곁에' }]
export const handle: PageHandle = { back: { to: '/medication', label: '약' } }

export async function loader({ context, request }: LoaderFunctionArgs) {
  if (isShellRequest(request)) return { shell: true as const }
  const { viewer } = context.session
  return {
    shell: false as const,
    personId: viewer?.personId ?? null,
    hasNumber: viewer !== null && viewer.phone !== null,
    commandId: uuidv7(),
    ...(await readReminders(context)),
  }
}

export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return loadKeptReminders(() => serverLoader<typeof loader>())
}
clientLoader.hydrate = true as const

/** Without JavaScript. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const id = form.get('commandId')
  if (typeof id !== 'string' || !validate(id)) throw appError('bad_input')
  const read = readSettingsForm(form)
  if ('errors' in read) return read
  const { status, ...applied } = await applyNow(context, {
    id,
    type: 'set_reminders',
    payload: read.settings,
  })
  if (status === 'refused' && 'reason' in applied) throw refusedPage(applied.reason)
  return redirect('/reminders?saved', 303)
}

export default function RemindersRoute() {
  const page = useLoaderData<typeof loader>()
  return (
    <div className="grid gap-6">
      <PageHead title="알림이 잘 오나요?" />
      {page.shell ? null : page.heldUntil ? (
        <Held until={page.heldUntil} />
      ) : (
        <Reminders page={page} />
      )}
    </div>
  )
}

/** `RemindersPage.heldUntil`. */
function Held({ until }: { until: string }) {
  const situation = useNotificationSituation()
  useFreshen('', () => '')
  return <HeldReminders until={until} isAllowed={situation.kind === 'allowed'} />
}

function Reminders({ page }: { page: RemindersPage }) {
  const settings = useSettings(page.settings)
  const situation = useNotificationSituation()
  const allow = useAllow(settings, page.personId)
  const isAllowed = situation.kind === 'allowed'
  const { state, again } = useSubscription(isAllowed && !allow.isBusy)
  const arrivals = useArrivals()
  // Above the day's cap a test would not go either.
  const canTest = mayBeTested(situation, state) && arrivals.isRead && !page.isCapped
  const [silentFirst, setSilentFirst] = useState(false)
  const [switchedOn, setSwitchedOn] = useState(false)
  const [asked] = useSearchParams()
  const sent = useActionData<typeof action>()
  useFreshen('', () => '')
  const own =
    state.kind === 'known'
      ? page.devices.find(({ endpointHash }) => endpointHash === state.endpointHash)
      : undefined
  return (
    <>
      <PhoneState
        {...{ situation, allow, hasNumber: page.hasNumber }}
        subscription={state}
        lastError={own?.lastError ?? null}
      />
      {page.isCapped ? <Capped /> : page.isLate ? <Late /> : null}
      {canTest ? (
        <TestCard
          known={page.test}
          arrivals={arrivals}
          filled={state.kind === 'known'}
          onMissed={setSilentFirst}
        />
      ) : null}
      <LastArrival at={latest(arrivals.last, own?.lastDeliveredAt)} />
      <section aria-labelledby="nothing-comes" className="grid gap-3">
        <h2 id="nothing-comes" className="text-h2 font-bold">
          알림이 안 오면
        </h2>
        <WhenNothingComes silentFirst={silentFirst} />
      </section>
      <hr className="border-hair" />
      <EditSettings
        settings={settings}
        commandId={page.commandId}
        sent={sent}
        saved={asked.has('saved')}
        onSaved={({ doses, cardAt }) => {
          setSwitchedOn(doses || cardAt !== null)
          if (isAllowed) void again()
        }}
      />
      {switchedOn ? <AfterSaving mayAsk={situation.kind === 'not_asked'} allow={allow} /> : null}
    </>
  )
}

/** The later of what this phone wrote down and what the server heard of it. */
function latest(here: number | null, there: string | null | undefined): number | null {
  const heard = there ? Date.parse(there) : null
  return here === null || heard === null ? (here ?? heard) : Math.max(here, heard)
}
