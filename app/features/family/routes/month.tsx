import {
  json,
  redirect,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react'
import type { PageHandle } from '~/ui/page-handle'
import { loadFamilyMonth } from '../month/load-family-month.server'
import { FamilyMonthView, NothingShown } from '../month/month-view'
import { orAsShown } from '~/offline/or-as-shown'

export const meta: MetaFunction = () => [{ title: '지난 약 기록 · 곁에' }]
export const handle: PageHandle = { back: { to: '/family', label: '가족' } }

/** What others let one see is kept nowhere, the browser's own cache included. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ context, params }: LoaderFunctionArgs) {
  if (!context.session.viewer) throw redirect('/sign-in?to=family')
  const page = await loadFamilyMonth(context, params.linkId ?? '', params.month ?? '')
  return json(page, { status: page ? 200 : 404 })
}

export function clientLoader({ request, serverLoader }: ClientLoaderFunctionArgs) {
  return orAsShown(request, serverLoader<typeof loader>)
}
clientLoader.hydrate = true as const

export default function FamilyMonth() {
  const page = useLoaderData<typeof loader>()
  return page ? <FamilyMonthView key={page.month} page={page} /> : <NothingShown />
}
