import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react'
import { isShellRequest } from '~/platform/http/shell.server'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { calendarWants } from '../calendar/calendar-response'
import { CalendarView } from '../calendar/calendar-view'
import { loadKeptMedication } from '../facts/load-kept-medication'
import { loadMedication } from '../facts/load-medication.server'

export const meta: MetaFunction = () => [{ title: '휴대폰 달력에 넣기 · 곁에' }]
export const handle: PageHandle = { back: { to: '/medication', label: '약' } }

export async function loader({ context, request }: LoaderFunctionArgs) {
  if (isShellRequest(request)) return { shell: true as const }
  return { shell: false as const, ...(await loadMedication(context, calendarWants)) }
}

export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return loadKeptMedication(
    () => serverLoader<typeof loader>(),
    calendarWants,
    (page) => page,
  )
}
clientLoader.hydrate = true as const

export default function CalendarRoute() {
  const page = useLoaderData<typeof loader>()
  return page.shell ? <PageHead title="휴대폰 달력에 넣기" /> : <CalendarView page={page} />
}
