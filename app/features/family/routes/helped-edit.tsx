import type {
  ActionFunctionArgs,
  HeadersFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import {
  useLoaderData,
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
} from '@remix-run/react'
import { useState } from 'react'
import { recordFormIn } from '~/features/medication/entry/record-form.server'
import type { Medication } from '~/features/medication/use-medication'
import type { PageHandle } from '~/ui/page-handle'
import { HelpedFrame, ToMedicines, type OpenPage } from '../helping/helped-frame'
import { helpedBook } from '../helping/helped-book.server'
import { loadHelpedPage } from '../helping/helped-page.server'
import { sendOrStay, unlessNotSent } from '../helping/send-or-stay'
import { useHelpedForm } from '../helping/use-helped-form'
import { orAsShown } from '~/offline/or-as-shown'
import { useParams } from '@remix-run/react'
import { newestVersion } from '~/features/medication/entry/course-versions'
import { editCourse } from '~/features/medication/entry/edit-course'
import { EditForm } from '~/features/medication/entry/edit-form'
import { UnknownCourse } from '~/features/medication/entry/unknown-course'

export const meta: MetaFunction = () => [{ title: '약 고치기 · 곁에' }]
export const handle: PageHandle = { back: { to: '/family', label: '가족' } }

/** What others let one see is kept nowhere, the browser's own cache included. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const loader = (args: LoaderFunctionArgs) => loadHelpedPage(args)

export function clientLoader({ request, serverLoader }: ClientLoaderFunctionArgs) {
  return orAsShown(request, serverLoader<typeof loader>)
}
clientLoader.hydrate = true as const

export const action = ({ context, params, request }: ActionFunctionArgs) =>
  recordFormIn(helpedBook(context, params.linkId ?? ''), request, editCourse(params.courseId ?? ''))

export const clientAction = (args: ClientActionFunctionArgs) => sendOrStay(args)
export const shouldRevalidate = unlessNotSent

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
