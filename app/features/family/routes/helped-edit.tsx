import type { MetaFunction } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { useState } from 'react'
import { newestVersion } from '~/features/medication/courses/course-versions'
import { editCourse } from '~/features/medication/detail/edit-course'
import { EditForm } from '~/features/medication/detail/edit-form'
import { UnknownCourse } from '~/features/medication/courses/unknown-course'
import type { Medication } from '~/features/medication/facts/use-medication'
import { HelpedFrame, ToMedicines, type OpenPage } from '../helping/helped-frame'
import { helpedAction, type loader } from '../helping/helped-page.server'
import { useHelpedForm } from '../helping/use-helped-form'

export const meta: MetaFunction = () => [{ title: '약 고치기 · 곁에' }]
export { loader, headers } from '../helping/helped-page.server'
export { handle, clientLoader, clientAction, shouldRevalidate } from '../helping/helped-route'

export const action = helpedAction(({ courseId = '' }) => editCourse(courseId))

export default function HelpedEdit() {
  const page = useLoaderData<typeof loader>()
  const { courseId = '' } = useParams()
  return (
    <HelpedFrame page={page} title="약 고치기">
      {(medication, open) => (
        <Editing key={courseId} courseId={courseId} medication={medication} page={open} />
      )}
    </HelpedFrame>
  )
}

interface EditingProps {
  courseId: string
  medication: Medication
  page: OpenPage
}

/** What was there when the page opened is what is edited: a change from elsewhere is said, not mixed in. */
function Editing({ courseId, medication, page }: EditingProps) {
  const form = useHelpedForm()
  const [commandId] = useState(page.commandId)
  const course = medication.facts.courses.find(({ id }) => id === courseId)
  const [version] = useState(newestVersion(medication.facts, courseId))
  if (!course || !version) return <UnknownCourse />
  return (
    <>
      <EditForm {...{ course, version, medication, commandId }} {...form} />
      <ToMedicines linkId={page.linkId} />
    </>
  )
}
