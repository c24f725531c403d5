import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  useActionData,
  useLoaderData,
  useParams,
  useSearchParams,
  type ClientLoaderFunctionArgs,
} from '@remix-run/react'
import { useMemo } from 'react'
import { isShellRequest } from '~/platform/http/shell.server'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { LinkButton } from '~/ui/link-button'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { CalendarNotice } from '../calendar/calendar-notice'
import { labelOf } from '../courses/course-label'
import { actOnCourse } from '../courses/act-on-course'
import { ConsentRefused } from '../consent/consent-gate'
import { CourseChanges } from '../courses/course-changes'
import { courseState, isOver } from '../courses/course-state'
import { CourseStock } from '../stock/course-stock'
import { CourseSummary } from '../courses/course-summary'
import { newestVersion } from '../courses/course-versions'
import { DoneLine } from '../forms/done-line'
import type { EntryPage } from '../forms/entry-page'
import { loadEntryPage } from '../forms/entry-page.server'
import { loadKeptEntry } from '../forms/load-kept-entry'
import { newestPack } from '../stock/next-pack'
import { PageForm } from '../forms/page-form'
import { recordForm } from '../forms/record-form.server'
import { UnknownCourse } from '../courses/unknown-course'
import { useRecord } from '../forms/use-record'
import { CoursePhoto } from '../photos/course-photo'
import { useMedication } from '../facts/use-medication'

export const meta: MetaFunction = () => [{ title: '약 한 가지 · 곁에' }]
export const handle: PageHandle = { back: { to: '/medication/courses', label: '내 약' } }

export function loader({ context, request }: LoaderFunctionArgs) {
  return isShellRequest(request) ? { shell: true as const } : loadEntryPage(context)
}

export function clientLoader({ serverLoader, params }: ClientLoaderFunctionArgs) {
  const path = `/medication/courses/${params.courseId ?? ''}`
  return loadKeptEntry(() => serverLoader<typeof loader>(), path, `${path}/edit`)
}
clientLoader.hydrate = true as const

export const action = ({ context, params, request }: ActionFunctionArgs) =>
  recordForm(context, request, actOnCourse(params.courseId ?? ''))

export default function CourseRoute() {
  const page = useLoaderData<typeof loader>()
  const { courseId = '' } = useParams()
  return page.shell ? (
    <PageHead title="약 한 가지" />
  ) : (
    <OneCourse key={courseId} courseId={courseId} page={page} />
  )
}

const stateWords = { running: '드시는 약', paused: '쉬는 약', ended: '끝난 약' } as const

function OneCourse({ courseId, page }: { courseId: string; page: EntryPage }) {
  const medication = useMedication(page)
  const { facts, consent, now } = medication
  const act = useMemo(() => actOnCourse(courseId), [courseId])
  const { errors, submit } = useRecord(act, medication, useActionData<typeof action>()?.errors)
  const course = facts.courses.find(({ id }) => id === courseId)
  const version = newestVersion(facts, courseId)
  if (!course || !version) return <UnknownCourse />
  const state = courseState(facts, courseId, now)
  const { commandId } = page
  const forms = { course, version, medication, commandId, errors, submit }
  return (
    <div className="grid gap-6">
      <div>
        <PageHead
          eyebrow={stateWords[state]}
          title={<span data-name>{labelOf(facts, courseId)}</span>}
        />
        <DoneLine />
      </div>
      <CalendarNotice facts={facts} now={now} />
      <ErrorSummary title="한 번 더 봐 주세요" errors={errors} />
      <CourseSummary course={course} version={version} medication={medication} />
      <CoursePhoto facts={facts} courseId={courseId} />
      {consent?.given ? (
        <>
          <TakeBack {...forms} />
          {isOver(version, now) ? null : <CourseStock {...forms} />}
          <CourseChanges {...forms} state={state} />
          {course.kind === 'as_needed' || state === 'ended' ? null : (
            <LinkButton to="/me/family/ladder" variant="quiet" full icon="family">
              답 없을 때 알리기
            </LinkButton>
          )}
        </>
      ) : (
        <ConsentRefused path={`/medication/courses/${courseId}`} />
      )}
    </div>
  )
}

/** Right after 새 약 받았어요: a tap too many can be taken back. */
function TakeBack({ course, medication, commandId, submit }: Parameters<typeof CourseStock>[0]) {
  const justPacked = useSearchParams()[0].get('done') === 'packed'
  const pack = newestPack(medication.facts, course.id)
  if (!justPacked || !pack) return null
  return (
    <PageForm
      commandId={commandId}
      onSubmit={submit}
      hidden={{ intent: 'take-back', packId: pack.id }}
    >
      <Button variant="quiet" full>
        방금 더한 약 되돌리기
      </Button>
    </PageForm>
  )
}
