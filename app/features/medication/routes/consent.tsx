import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import {
  useLoaderData,
  useNavigate,
  useSearchParams,
  type ClientLoaderFunctionArgs,
} from '@remix-run/react'
import { validate } from 'uuid'
import { applyNow } from '~/commands/apply-now.server'
import { appError } from '~/platform/http/app-errors'
import { isShellRequest } from '~/platform/http/shell.server'
import { Notice } from '~/ui/notice'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { ConsentQuestion } from '../consent/consent-question'
import type { EntryPage } from '../forms/entry-page'
import { loadEntryPage } from '../forms/entry-page.server'
import { one, valuesOf } from '../forms/form-values'
import { backFrom, consentAnswer } from '../consent/health-consent'
import { loadKeptEntry } from '../forms/load-kept-entry'
import { useMedication } from '../facts/use-medication'
import { refusedPage } from '../facts/why-not-kept.server'

export const meta: MetaFunction = () => [{ title: '약 기록 동의 · 곁에' }]
export const handle: PageHandle = { back: { to: '/medication/courses', label: '내 약' } }

export function loader({ context, request }: LoaderFunctionArgs) {
  return isShellRequest(request) ? { shell: true as const } : loadEntryPage(context)
}

export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return loadKeptEntry(() => serverLoader<typeof loader>())
}
clientLoader.hydrate = true as const

export async function action({ context, request }: ActionFunctionArgs) {
  const values = valuesOf(await request.formData())
  const [id, answer] = [one(values, 'commandId'), one(values, 'answer')]
  if (!validate(id) || (answer !== 'yes' && answer !== 'no')) throw appError('bad_input')
  const applied = await applyNow(context, {
    id,
    type: 'answer_health_consent',
    payload: consentAnswer(answer === 'yes'),
  })
  if (applied.status === 'refused') throw refusedPage(applied.reason)
  return redirect(backFrom(one(values, 'back')), 303)
}

export default function ConsentRoute() {
  const page = useLoaderData<typeof loader>()
  return page.shell ? <PageHead title="약 기록 동의" /> : <Consent page={page} />
}

function Consent({ page }: { page: EntryPage }) {
  const { consent } = useMedication(page)
  const back = backFrom(useSearchParams()[0].get('back'))
  const navigate = useNavigate()
  return (
    <div className="grid gap-6">
      {consent ? (
        <Notice kind="info" word="지금은 이래요">
          {consent.given ? '약 기록에 동의하셨어요.' : '약은 적지 않기로 하셨어요.'}
        </Notice>
      ) : null}
      <ConsentQuestion commandId={page.commandId} back={back} onAnswered={() => navigate(back)} />
    </div>
  )
}
