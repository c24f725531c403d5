import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react'
import { v7 as uuidv7 } from 'uuid'
import { applyNow } from '~/commands/apply-now.server'
import type { RequestContext } from '~/platform/context.server'
import { appError } from '~/platform/http/app-errors'
import { isShellRequest } from '~/platform/http/shell.server'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { readTakeForm, take } from '../as-needed/take'
import type { NewFacts } from '../facts/fact-schema'
import { correctDose } from '../history/correct-dose'
import { DayView, type DayPage } from '../history/day-view'
import { loadKeptMonth } from '../history/load-kept-month'
import { loadMonth } from '../history/load-month.server'
import { dayPath, dayToShow, type MonthPage } from '../history/month-page'
import { momentOf } from '../schedule/moment'
import { refusedPage } from '../facts/why-not-kept.server'

export const meta: MetaFunction = () => [{ title: '하루 기록 · 곁에' }]
export const handle: PageHandle = { back: { to: '/medication/history', label: '약 기록' } }

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  if (isShellRequest(request)) return { shell: true as const }
  const page = withDay(await loadMonth(context, params.month ?? ''), params.day)
  if (!page) throw appError('not_found')
  return page
}

export function clientLoader({ params, serverLoader }: ClientLoaderFunctionArgs) {
  const { month = '', day } = params
  return loadKeptMonth<DayPage>(
    () => serverLoader<typeof loader>(),
    month,
    (page) => withDay(page, day),
    [`/medication/history/${month}/${day}`],
  )
}
clientLoader.hydrate = true as const

/** Without JavaScript. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const [doseKey, kind, time, id] = ['doseKey', 'kind', 'time', 'commandId'].map((name) =>
    String(form.get(name) ?? ''),
  ) as [string, string, string, string]
  const page = withDay(await loadMonth(context, params.month ?? ''), params.day)
  if (!page || !/^[0-9a-f-]{36}$/.test(id)) throw appError('bad_input')
  const now = momentOf(page.facts, page.now)
  if (form.has('intake')) {
    const payload = take(readTakeForm(form), page.facts, now, uuidv7)
    if (payload) await record(context, id, payload)
    return redirect(dayPath(page.day), 303)
  }
  const corrected = correctDose({ doseKey, kind, time }, page.facts, now, uuidv7)
  if ('error' in corrected) return { doseKey, time, error: corrected.error }
  await record(context, id, corrected.facts)
  return redirect(dayPath(page.day), 303)
}

async function record(context: RequestContext, id: string, payload: NewFacts): Promise<void> {
  const applied = await applyNow(context, { id, type: 'record_facts', payload })
  if (applied.status === 'refused') throw refusedPage(applied.reason)
}

/** Null for a day that the month does not have, or that has not begun. */
function withDay(page: MonthPage, asked: string | undefined): DayPage | null {
  const day = dayToShow(page.month, asked)
  return day === null || day > momentOf(page.facts, page.now).day ? null : { ...page, day }
}

export default function HistoryDay() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  return page.shell ? (
    <PageHead title="하루 기록" />
  ) : (
    <DayView key={page.day} page={page} sent={sent} />
  )
}
