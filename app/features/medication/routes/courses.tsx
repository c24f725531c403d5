import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react'
import { isShellRequest } from '~/platform/http/shell.server'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { ConsentRefused } from '../entry/consent-gate'
import { CourseRow } from '../entry/course-row'
import { courseState, type CourseState } from '../entry/course-state'
import type { EntryPage } from '../entry/entry-page'
import { loadEntryPage } from '../entry/entry-page.server'
import { loadKeptEntry } from '../entry/load-kept-entry'
import { PauseAsks } from '../entry/pause-asks'
import { useMedication } from '../use-medication'

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

const sections: readonly { state: CourseState; title: string }[] = [
  { state: 'running', title: '드시는 약' },
  { state: 'paused', title: '쉬는 약' },
  { state: 'ended', title: '끝난 약' },
]

function Courses({ page }: { page: EntryPage }) {
  const medication = useMedication(page)
  const { facts, consent, now } = medication
  const courses = [...facts.courses]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((course) => ({ course, state: courseState(facts, course.id, now) }))
  if (courses.length === 0 && consent?.given === false)
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
      {courses.length === 0 ? (
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
      {sections.map(({ state, title }) => {
        const listed = courses.filter((one) => one.state === state)
        if (listed.length === 0) return null
        return (
          <section key={state} aria-labelledby={state} className="grid gap-3">
            <h2 id={state} className="text-h2 font-bold">
              {title}
            </h2>
            <ul className="grid gap-3">
              {listed.map(({ course }) => (
                <CourseRow key={course.id} course={course} state={state} medication={medication} />
              ))}
            </ul>
          </section>
        )
      })}
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
