import type { MetaFunction } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { labelOf } from '~/features/medication/courses/course-label'
import { CourseChanges } from '~/features/medication/courses/course-changes'
import { courseState } from '~/features/medication/courses/course-state'
import { CourseSummary } from '~/features/medication/courses/course-summary'
import { newestVersion } from '~/features/medication/courses/course-versions'
import { DoneLine } from '~/features/medication/forms/done-line'
import { UnknownCourse } from '~/features/medication/courses/unknown-course'
import type { Medication } from '~/features/medication/facts/use-medication'
import { ErrorSummary } from '~/ui/error-summary'
import { PageHead } from '~/ui/page-head'
import { changeHelpedCourse } from '../helping/change-helped-course'
import { HelpedFrame, ToMedicines, type OpenPage } from '../helping/helped-frame'
import { helpedAction, type loader } from '../helping/helped-page.server'
import { useHelpedForm } from '../helping/use-helped-form'

export const meta: MetaFunction = () => [{ title: '약 한 가지 · 곁에' }]
export { loader, headers } from '../helping/helped-page.server'
export { handle, clientLoader, clientAction, shouldRevalidate } from '../helping/helped-route'

export const action = helpedAction(({ courseId = '' }) => changeHelpedCourse(courseId))

export default function HelpedCourse() {
  const page = useLoaderData<typeof loader>()
  const { courseId = '' } = useParams()
  return (
    <HelpedFrame page={page} title="약 한 가지">
      {(medication, open) => (
        <OneCourse key={courseId} courseId={courseId} medication={medication} page={open} />
      )}
    </HelpedFrame>
  )
}

const stateWords = { running: '드시는 약', paused: '쉬는 약', ended: '끝난 약' } as const

interface OneCourseProps {
  courseId: string
  medication: Medication
  page: OpenPage
}

function OneCourse({ courseId, medication, page: { commandId, linkId } }: OneCourseProps) {
  const { errors, submit } = useHelpedForm()
  const { facts, now } = medication
  const course = facts.courses.find(({ id }) => id === courseId)
  const version = newestVersion(facts, courseId)
  if (!course || !version) return <UnknownCourse />
  const state = courseState(facts, courseId, now)
  const forms = { course, version, medication, commandId, errors, submit, state }
  return (
    <>
      <div>
        <PageHead
          eyebrow={stateWords[state]}
          title={<span data-name>{labelOf(facts, courseId)}</span>}
        />
        <DoneLine />
      </div>
      <ErrorSummary title="한 번 더 봐 주세요" errors={errors} />
      <CourseSummary course={course} version={version} medication={medication} />
      <CourseChanges {...forms} />
      <ToMedicines linkId={linkId} />
    </>
  )
}
