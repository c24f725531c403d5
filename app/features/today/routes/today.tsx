import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react'
import { v7 as uuidv7 } from 'uuid'
import { answerFamily } from '~/features/family/words/answer-family.server'
import { sayDoses } from '~/features/medication/dose-card/say-doses.server'
import { isShellRequest } from '~/platform/http/shell.server'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { loadKeptToday } from '../load-kept-today'
import { loadToday } from '../load-today.server'
import { ThisDay } from '../this-day'

export const meta: MetaFunction = () => [
  { title: '오늘 · 곁에' },
  { name: 'description', content: '아침마다 하나씩 배우는 큰 글씨 배움터예요.' },
]
export const handle: PageHandle = {}

export async function loader({ context, request }: LoaderFunctionArgs) {
  if (isShellRequest(request)) return { shell: true as const }
  return loadToday(context)
}

export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return loadKeptToday(() => serverLoader<typeof loader>(), uuidv7)
}
clientLoader.hydrate = true as const

/** Without JavaScript. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  if (await answerFamily(context, form)) return redirect('/', 303)
  return sayDoses(context, form)
}

export default function Today() {
  const page = useLoaderData<typeof loader>()
  return page.shell ? <PageHead title="오늘" /> : <ThisDay page={page} />
}
