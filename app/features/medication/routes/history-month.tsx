import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react'
import { isShellRequest } from '~/platform/http/shell.server'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { loadKeptMonth } from '../history/load-kept-month'
import { loadMonth } from '../history/load-month.server'
import { MonthView } from '../history/month-view'

export const meta: MetaFunction = () => [{ title: '약 기록 · 곁에' }]
export const handle: PageHandle = { back: { to: '/medication', label: '약' } }

export function loader({ context, params, request }: LoaderFunctionArgs) {
  return isShellRequest(request) ? { shell: true as const } : loadMonth(context, params.month ?? '')
}

export function clientLoader({ params, serverLoader }: ClientLoaderFunctionArgs) {
  return loadKeptMonth(
    () => serverLoader<typeof loader>(),
    params.month ?? '',
    (page) => page,
  )
}
clientLoader.hydrate = true as const

export default function HistoryMonth() {
  const page = useLoaderData<typeof loader>()
  return page.shell ? <PageHead title="약 기록" /> : <MonthView key={page.month} page={page} />
}
