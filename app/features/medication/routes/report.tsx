import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  useLoaderData,
  type ClientLoaderFunctionArgs,
  type ShouldRevalidateFunctionArgs,
} from '@remix-run/react'
import { isShellRequest } from '~/platform/http/shell.server'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { loadKeptReport } from '../report/load-kept-report'
import { loadReport } from '../report/load-report.server'
import { ReportView } from '../report/report-view'

export const meta: MetaFunction = () => [{ title: '의사께 보일 기록 · 곁에' }]
export const handle: PageHandle = { back: { to: '/medication', label: '약' } }

export function loader({ context, request }: LoaderFunctionArgs) {
  return isShellRequest(request) ? { shell: true as const } : loadReport(context)
}

export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return loadKeptReport(() => serverLoader<typeof loader>())
}
clientLoader.hydrate = true as const

/** Another number of days is chosen from what is here already. */
export function shouldRevalidate(change: ShouldRevalidateFunctionArgs) {
  const { currentUrl, nextUrl, defaultShouldRevalidate } = change
  return currentUrl.search === nextUrl.search && defaultShouldRevalidate
}

export default function ReportRoute() {
  const page = useLoaderData<typeof loader>()
  return page.shell ? <PageHead title="의사께 보일 기록" /> : <ReportView page={page} />
}
