import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react'
import { isShellRequest } from '~/platform/http/shell.server'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { ConsentRefused } from '../consent/consent-gate'
import { CourseList } from '../courses/course-list'
import type { EntryPage } from '../forms/entry-page'
import { loadEntryPage } from '../forms/entry-page.server'
import { loadKeptEntry } from '../forms/load-kept-entry'
import { PauseAsks } from '../pauses/pause-asks'
import { useMedication } from '../facts/use-medication'

export const meta: MetaFunction = () => [{ title: '내 약 · 곁에' }]
export const handle: PageHandle = { back: { to: '/medication', label: '약' } }

export function loader({ context, request }: LoaderFunctionArgs) {
  return isShellRequest(request) ? { shell: true as const } : loadEntryPage(context)
}

export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return loadKeptEntry(() => serverLoader<typeof loader>())
}
clientLoader.hydrate = true as const

export default function CoursesRoute() {
  const page = useLoaderData<typeof loader>()
  return page.shell ? <PageHead title="내 약" /> : <Courses page={page} />
}

function Courses({ page }: { page: EntryPage }) {
  const medication = useMedication(page)
  const { facts, consent } = medication
  const isEmpty = facts.courses.length === 0
  if (isEmpty && consent?.given === false)
    return (
      <div className="grid gap-6">
        <PageHead title="내 약" />
        <ConsentRefused path="/medication/new" />
      </div>
    )
  return (
    <div className="grid gap-6">
      <PageHead title="내 약" />
      <PauseAsks medication={medication} />
      {isEmpty ? (
        <EmptyState
          title="적어 둔 약이 없어요"
          action={
            <LinkButton to="/medication/new" variant="primary" full big>
              약 넣기
            </LinkButton>
          }
        >
          약봉지를 옆에 두고 시작해요.
        </EmptyState>
      ) : (
        <LinkButton to="/medication/new" variant="primary" full big>
          약 넣기
        </LinkButton>
      )}
      <CourseList medication={medication} />
      <nav aria-label="약 살림" className="grid gap-3">
        <LinkButton to="/medication/hours" variant="outlined" full icon="clock">
          약 시간
        </LinkButton>
        <LinkButton to="/medication/pause" variant="outlined" full>
          입원 중이에요
        </LinkButton>
      </nav>
    </div>
  )
}
