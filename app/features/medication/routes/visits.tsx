import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react'
import { v7 as uuidv7 } from 'uuid'
import { applyNow } from '~/commands/apply-now.server'
import { appError } from '~/platform/http/app-errors'
import { isShellRequest } from '~/platform/http/shell.server'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { loadKeptMedication } from '../facts/load-kept-medication'
import { loadMedication } from '../facts/load-medication.server'
import { momentOf } from '../schedule/moment'
import { callOffVisit, planVisit } from '../visits/plan-visit'
import { visitValues } from '../visits/visit-values'
import { visitsWanted, type VisitsPage } from '../visits/visits-page'
import { VisitsView } from '../visits/visits-view'
import { refusedPage } from '../facts/why-not-kept.server'

export const meta: MetaFunction = () => [{ title: '다음 병원 · 곁에' }]
export const handle: PageHandle = { back: { to: '/medication', label: '약' } }

export async function loader({ context, request }: LoaderFunctionArgs) {
  if (isShellRequest(request)) return { shell: true as const }
  const page = await loadMedication(context, visitsWanted)
  return { shell: false as const, ...page, commandId: uuidv7() }
}

export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return loadKeptMedication<VisitsPage>(
    () => serverLoader<typeof loader>(),
    visitsWanted,
    (page) => ({ ...page, commandId: uuidv7() }),
  )
}
clientLoader.hydrate = true as const

/** Without JavaScript. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const id = String(form.get('commandId') ?? '')
  if (!/^[0-9a-f-]{36}$/.test(id)) throw appError('bad_input')
  const { facts, now } = await loadMedication(context, visitsWanted)
  const moment = momentOf(facts, now)
  const record = async (payload: Parameters<typeof applyNow>[1]['payload']) => {
    const command = { id, type: 'record_facts', payload } as Parameters<typeof applyNow>[1]
    const applied = await applyNow(context, command)
    if (applied.status === 'refused') throw refusedPage(applied.reason)
  }
  if (form.get('intent') === 'call-off') {
    const made = callOffVisit(String(form.get('visitId') ?? ''), facts, moment, uuidv7)
    if (made) await record(made)
    return redirect('/medication/visits', 303)
  }
  const values = visitValues(form)
  const planned = planVisit(values, facts, moment, uuidv7)
  if ('errors' in planned) return { values, errors: planned.errors }
  await record(planned.facts)
  return redirect('/medication/visits', 303)
}

export default function Visits() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  return page.shell ? <PageHead title="다음 병원" /> : <VisitsView page={page} sent={sent} />
}
