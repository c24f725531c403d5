import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react'
import { v7 as uuidv7 } from 'uuid'
import { isShellRequest } from '~/platform/http/shell.server'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { takeAsNeeded } from '../as-needed/take.server'
import { ChangesByOthers } from '../changes/changes-by-others'
import { listChanges } from '../changes/list-changes'
import { CalendarNoticeOfDay } from '../calendar/calendar-notice'
import { dayPageOf, suppliesAfter, type DayPage } from '../day/day-page'
import { sayDoses } from '../dose-card/say-doses.server'
import { HeldMedicines } from '../day/held-medicines'
import { isWhole } from '../facts/kept-facts'
import { loadKeptMedication, type MedicationRoute } from '../facts/load-kept-medication'
import { loadDay } from '../day/load-day.server'
import { wantedToday } from '../facts/medication-page'
import { MoreAboutMedicines } from '../day/more-about-medicines'
import { TodaysMedicines } from '../day/todays-medicines'
import { TravelQuestion } from '../travel/travel-question'
import { useMedication } from '../facts/use-medication'
import { NextVisit } from '../visits/next-visit-line'
import { RunOutNotice } from '../visits/run-out-notice'

export const meta: MetaFunction = () => [{ title: '약 · 곁에' }]
export const handle: PageHandle = {}

export async function loader({ context, request }: LoaderFunctionArgs) {
  if (isShellRequest(request)) return { shell: true as const }
  const heldUntil = context.session.heldUntil?.getTime() ?? null
  return { shell: false as const, ...(await loadDay(context)), heldUntil, commandId: uuidv7() }
}

/** `heldUntil` in ms since 1970; known with a network only. */
type Page = MedicationRoute & DayPage & { heldUntil: number | null; commandId: string }

export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return loadKeptMedication<Page>(
    () => serverLoader<typeof loader>(),
    wantedToday,
    async (page, store) => ({
      ...page,
      ...dayPageOf(page, await isWhole(store)),
      heldUntil: null,
      commandId: uuidv7(),
    }),
  )
}
clientLoader.hydrate = true as const

/** Without JavaScript. */
export async function action({ context, request }: ActionFunctionArgs) {
  const data = await request.formData()
  if (data.get('intent') === 'say') return sayDoses(context, data)
  await takeAsNeeded(context, data)
  return null
}

export default function MedicationPage() {
  const page = useLoaderData<typeof loader>()
  return page.shell ? <PageHead title="약" /> : <MyMedicines page={page} />
}

function MyMedicines({ page }: { page: Page }) {
  const { facts, now, consent } = useMedication(page)
  const supplies = suppliesAfter(page, facts)
  const sent = useActionData<typeof action>() ?? undefined
  return (
    <div className="grid gap-6">
      <PageHead title="약" />
      {page.heldUntil !== null ? (
        <HeldMedicines until={page.heldUntil} />
      ) : facts.courses.length === 0 ? (
        <NothingYet refused={consent?.given === false} />
      ) : (
        <>
          <RunOutNotice {...{ supplies, facts, now }} />
          {consent?.given ? <TravelQuestion facts={facts} now={now} /> : null}
          <CalendarNoticeOfDay facts={facts} now={now} />
          <TodaysMedicines facts={facts} now={now} commandId={page.commandId} sent={sent} />
          <ChangesByOthers
            page={page}
            facts={facts}
            consent={consent}
            now={now}
            commandId={page.commandId}
          />
          <NextVisit {...{ supplies, facts, now }} />
          <MoreAboutMedicines changed={listChanges(facts, now).length > 0} />
        </>
      )}
    </div>
  )
}

function NothingYet({ refused }: { refused: boolean }) {
  return (
    <EmptyState
      title="적어 둔 약이 없어요."
      action={
        <>
          <LinkButton to="/medication/new" variant="primary" full big>
            약봉지 넣기
          </LinkButton>
          <LinkButton to="/medication/practice" variant="quiet" full>
            먼저 연습해 보기
          </LinkButton>
        </>
      }
    >
      {refused ? <p>약을 적지 않겠다고 하셨어요. 언제든 바꾸실 수 있어요.</p> : null}
      <p>약봉지를 옆에 두고 시작해요.</p>
    </EmptyState>
  )
}
