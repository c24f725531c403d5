import {
  json,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import {
  useActionData,
  useLoaderData,
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
} from '@remix-run/react'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { orAsShown } from '~/offline/or-as-shown'
import { NotBelieved } from '../not-believed'
import { useNews } from '../use-news'
import { choosePush, stopWeekly } from '../weekly/choose-weekly.server'
import { loadWeekPage } from '../weekly/load-week-page.server'
import { askAddress, proveAddress } from '../weekly/prove-address.server'
import { WeekView } from '../weekly/week-view'
import { WeeklySettings, type WeeklyWrong } from '../weekly/weekly-settings'

export const meta: MetaFunction = () => [{ title: '한 주 소식 · 곁에' }]
export const handle: PageHandle = { back: { to: '/family', label: '가족' } }

/** What others let one see is kept nowhere, the browser's own cache included. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ context }: LoaderFunctionArgs) {
  const viewer = context.session.viewer
  if (!viewer?.phone) throw redirect('/sign-in?to=family')
  if (context.session.heldUntil) throw redirect('/family')
  return loadWeekPage(context, viewer.personId)
}

export function clientLoader({ request, serverLoader }: ClientLoaderFunctionArgs) {
  return orAsShown(request, serverLoader<typeof loader>)
}
clientLoader.hydrate = true as const

export async function action({ context, request }: ActionFunctionArgs) {
  requireViewer(context)
  const form = await request.formData()
  const intent = form.get('intent')
  if (intent === 'email' || intent === 'code') {
    const typed = String(form.get(intent) ?? '')
    const answer = await (intent === 'email' ? askAddress : proveAddress)(context, typed)
    if (!answer.done)
      return json<WeeklyWrong>({ field: intent, typed, message: answer.message }, { status: 400 })
  } else if (intent === 'push') await choosePush(context)
  else if (intent === 'off') await stopWeekly(context)
  return redirect('/family/week', 303)
}

/** What was typed stays where it is when the server cannot be reached. */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  const form = await request.clone().formData()
  const field = form.get('intent')
  try {
    return await serverAction<typeof action>()
  } catch (error) {
    if (!(error instanceof TypeError) || (field !== 'email' && field !== 'code')) throw error
    const message = '지금은 인터넷이 안 돼요. 적은 것은 그대로 있어요. 잠시 뒤 다시 눌러 주세요.'
    return { field, typed: String(form.get(field) ?? ''), message } satisfies WeeklyWrong
  }
}

export default function FamilyWeek() {
  const { days, seniors, choice, canMail, version } = useLoaderData<typeof loader>()
  const wrong = useActionData<WeeklyWrong>()
  const belief = useNews(version)
  return (
    <div className="grid gap-6">
      <PageHead title="한 주 소식" lead={`${days}예요.`} />
      {belief === 'shown' ? <WeekView seniors={seniors} /> : <NotBelieved belief={belief} />}
      <WeeklySettings choice={choice} canMail={canMail} wrong={wrong} />
    </div>
  )
}
