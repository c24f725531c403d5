import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react'
import { applyNow } from '~/commands/apply-now.server'
import { useMedication } from '~/features/medication/facts/use-medication'
import { appError } from '~/platform/http/app-errors'
import { isShellRequest } from '~/platform/http/shell.server'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { EditSheet } from '../edit-sheet'
import type { EmergencyPage } from '../emergency-page'
import { loadEmergency } from '../load-emergency.server'
import { loadKeptEmergency } from '../load-kept-emergency'
import { readSheetForm } from '../sheet-form'
import { sheetBefore, sheetValues } from '../sheet-values'
import { useSheet } from '../use-sheet'

export const meta: MetaFunction = () => [{ title: '응급 카드 고치기 · 곁에' }]
export const handle: PageHandle = { back: { to: '/emergency', label: '응급 카드' } }

export function loader({ context, request }: LoaderFunctionArgs) {
  return isShellRequest(request) ? { shell: true as const } : loadEmergency(context)
}

export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return loadKeptEmergency(() => serverLoader<typeof loader>())
}
clientLoader.hydrate = true as const

/** Without JavaScript. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const values = sheetValues(form)
  const id = String(form.get('commandId') ?? '')
  if (!/^[0-9a-f-]{36}$/.test(id)) throw appError('bad_input')
  const read = readSheetForm(values, sheetBefore(form))
  if ('errors' in read) return { values, errors: read.errors }
  if (read.change !== null) {
    const command = { id, type: 'save_emergency_sheet' as const, payload: read.change }
    const applied = await applyNow(context, command)
    if (applied.status === 'refused' && applied.reason === 'held') throw appError('held')
    if (applied.status === 'refused') return redirect('/emergency/edit', 303)
  }
  return redirect('/emergency?saved', 303)
}

export default function EditEmergency() {
  const page = useLoaderData<typeof loader>()
  return (
    <div className="grid gap-6">
      <PageHead title="응급 카드 적기" lead="적고 싶은 것만 적으세요." />
      {page.shell ? null : <OwnForm page={page} />}
    </div>
  )
}

function OwnForm({ page }: { page: EmergencyPage }) {
  const { consent } = useMedication(page)
  const sheet = useSheet(page.sheet)
  const sent = useActionData<typeof action>()
  if (consent?.given) return <EditSheet sheet={sheet} commandId={page.commandId} sent={sent} />
  return (
    <EmptyState
      title="먼저 여쭤볼게요"
      action={
        <LinkButton to="/medication/consent?back=/emergency/edit" variant="outlined" full>
          읽고 정하기
        </LinkButton>
      }
    >
      병과 약은 건강 정보라 따로 여쭤요. 거절하셔도 119 단추는 쓸 수 있어요.
    </EmptyState>
  )
}
