import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react'
import { v7 as uuidv7 } from 'uuid'
import { applyNow } from '~/commands/apply-now.server'
import { useWaiting } from '~/commands/use-waiting'
import { appError } from '~/platform/http/app-errors'
import { isShellRequest } from '~/platform/http/shell.server'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { forgetScamCheckSchema } from '../keeping/check-schema'
import { findKeptChecks } from '../keeping/keep-checks.server'
import { KeptCheckCard } from '../keeping/kept-check-card'
import { afterDeed, loadKeptChecks, type KeptChecksPage } from '../keeping/kept-page'

export const meta: MetaFunction = () => [{ title: '적어 둔 결과 · 곁에' }]
export const handle: PageHandle = { back: { to: '/scam-check', label: '사기 확인' } }

export async function loader({ context, request }: LoaderFunctionArgs) {
  if (isShellRequest(request)) return { shell: true as const }
  const personId = context.session.viewer?.personId ?? null
  const checks = personId ? await context.asViewer((tx) => findKeptChecks(tx, personId)) : []
  return { shell: false as const, personId, checks }
}

export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return loadKeptChecks(() => serverLoader<typeof loader>())
}
clientLoader.hydrate = true as const

/** Without JavaScript. */
export async function action({ context, request }: ActionFunctionArgs) {
  requireViewer(context)
  const form = Object.fromEntries(await request.formData())
  const read = forgetScamCheckSchema.safeParse(form)
  if (!read.success) throw appError('bad_input')
  await applyNow(context, { id: uuidv7(), type: 'forget_scam_check', payload: read.data })
  return redirect('/scam-check/kept', 303)
}

export default function Kept() {
  const page = useLoaderData<typeof loader>()
  return (
    <div className="grid gap-6">
      <PageHead title="적어 둔 결과" lead="나만 볼 수 있어요." />
      {page.shell ? null : <Checks page={page} />}
    </div>
  )
}

function Checks({ page }: { page: KeptChecksPage }) {
  const { sent, waiting } = useWaiting()
  const checks = [...sent, ...waiting].reduce<readonly KeptChecksPage['checks'][number][]>(
    afterDeed,
    page.checks,
  )
  if (checks.length > 0)
    return (
      <ul role="list" className="grid gap-4">
        {checks.map((check) => (
          <KeptCheckCard key={check.id} check={check} />
        ))}
      </ul>
    )
  return (
    <EmptyState
      title="적어 둔 것이 없어요"
      action={
        <LinkButton to="/scam-check" variant="outlined" full icon="look">
          글 살펴보기
        </LinkButton>
      }
    >
      살펴본 결과를 적어 두면 여기에서 보여요.
    </EmptyState>
  )
}
