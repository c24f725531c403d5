import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useSearchParams, type ClientLoaderFunctionArgs } from '@remix-run/react'
import { coursesInUse } from '~/features/medication/courses/courses-in-use'
import { useMedication } from '~/features/medication/facts/use-medication'
import { isShellRequest } from '~/platform/http/shell.server'
import { LinkButton } from '~/ui/link-button'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { StatusLine } from '~/ui/status-line'
import type { EmergencyPage } from '../emergency-page'
import { loadEmergency } from '../load-emergency.server'
import { loadKeptEmergency } from '../load-kept-emergency'
import { isEmptySheet } from '../sheet'
import { SheetView } from '../sheet-view'
import { useSheet } from '../use-sheet'

export const meta: MetaFunction = () => [{ title: '응급 카드 · 곁에' }]
export const handle: PageHandle = { back: { to: '/help', label: '도움' } }

export function loader({ context, request }: LoaderFunctionArgs) {
  return isShellRequest(request) ? { shell: true as const } : loadEmergency(context)
}

export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return loadKeptEmergency(() => serverLoader<typeof loader>())
}
clientLoader.hydrate = true as const

/** Whoever helps reads this on a phone that is handed to them. 119 is there before anything else. */
export default function Emergency() {
  const page = useLoaderData<typeof loader>()
  return (
    <div className="grid gap-6">
      <PageHead
        eyebrow={page.shell || page.name === null ? undefined : `${page.name} 님`}
        title="응급 카드"
      />
      <LinkButton to="tel:119" variant="primary" full big icon="phone">
        119 전화하기
      </LinkButton>
      {page.shell ? null : <OwnSheet page={page} />}
    </div>
  )
}

function OwnSheet({ page }: { page: EmergencyPage }) {
  const { facts, now } = useMedication(page)
  const sheet = useSheet(page.sheet)
  const [asked] = useSearchParams()
  const isEmpty = isEmptySheet(sheet) && coursesInUse(facts, now).length === 0
  return (
    <>
      {asked.has('saved') ? <StatusLine text="적어 두었어요." /> : null}
      {isEmpty ? (
        <p className="text-body">
          아직 적은 것이 없어요. 미리 적어 두면 급할 때 이 쪽을 보여 주세요.
        </p>
      ) : (
        <SheetView sheet={sheet} facts={facts} now={now} />
      )}
      <LinkButton to="/emergency/edit" variant="outlined" full>
        {isEmptySheet(sheet) ? '미리 적기' : '고치기'}
      </LinkButton>
    </>
  )
}
