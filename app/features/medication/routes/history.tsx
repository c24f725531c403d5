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

export function loader({ context, request }: LoaderFunctionArgs) {
  return isShellRequest(request) ? { shell: true as const } : loadMonth(context, undefined)
}

export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return loadKeptMonth(
    () => serverLoader<typeof loader>(),
    undefined,
    (page) => page,
  )
}
clientLoader.hydrate = true as const

/** This month. */
export default function History() {
  const page = useLoaderData<typeof loader>()
  return page.shell ? <PageHead title="약 기록" /> : <MonthView page={page} />
}
