import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  useActionData,
  useLoaderData,
  useParams,
  type ClientLoaderFunctionArgs,
} from '@remix-run/react'
import { useMemo, useState } from 'react'
import { isShellRequest } from '~/platform/http/shell.server'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { ConsentGate } from '../consent/consent-gate'
import { newestVersion } from '../courses/course-versions'
import { editCourse } from '../detail/edit-course'
import { EditForm } from '../detail/edit-form'
import type { EntryPage } from '../forms/entry-page'
import { loadEntryPage } from '../forms/entry-page.server'
import { loadKeptEntry } from '../forms/load-kept-entry'
import { recordForm } from '../forms/record-form.server'
import { UnknownCourse } from '../courses/unknown-course'
import { useRecord } from '../forms/use-record'
import type { Course, CourseVersion } from '../schedule/facts'
import { useMedication, type Medication } from '../facts/use-medication'

export const meta: MetaFunction = () => [{ title: '약 고치기 · 곁에' }]
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
  recordForm(context, request, editCourse(params.courseId ?? ''))

export default function EditCourseRoute() {
  const page = useLoaderData<typeof loader>()
  return page.shell ? <PageHead title="약 고치기" /> : <EditCourse page={page} />
}

function EditCourse({ page }: { page: EntryPage }) {
  const { courseId = '' } = useParams()
  const medication = useMedication(page)
  const course = medication.facts.courses.find(({ id }) => id === courseId)
  const version = newestVersion(medication.facts, courseId)
  if (!course || !version) return <UnknownCourse />
  return (
    <ConsentGate
      consent={medication.consent}
      commandId={page.commandId}
      path={`/medication/courses/${courseId}/edit`}
      title="약 고치기"
    >
      <Editing
        key={courseId}
        course={course}
        version={version}
        medication={medication}
        commandId={page.commandId}
      />
    </ConsentGate>
  )
}

interface EditingProps {
  course: Course
  version: CourseVersion
  medication: Medication
  commandId: string
}

/** What was there when the page opened is what is edited: a change from elsewhere is said, not mixed in. */
function Editing({ course, version, medication, commandId }: EditingProps) {
  const [seen] = useState(version)
  const returned = useActionData<typeof action>()
  const act = useMemo(() => editCourse(course.id), [course.id])
  const { errors, submit } = useRecord(act, medication, returned?.errors)
  return (
    <EditForm
      course={course}
      version={seen}
      medication={medication}
      commandId={commandId}
      typed={returned?.values}
      errors={errors}
      submit={submit}
    />
  )
}
