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
import { DetailForm } from '~/features/medication/entry/detail-form'
import { enterCourse } from '~/features/medication/entry/enter-course'

export const meta: MetaFunction = () => [{ title: '약 하나 적기 · 곁에' }]
export const handle: PageHandle = { back: { to: '/family', label: '가족' } }

/** What others let one see is kept nowhere, the browser's own cache included. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const loader = (args: LoaderFunctionArgs) => loadHelpedPage(args)

export function clientLoader({ request, serverLoader }: ClientLoaderFunctionArgs) {
  return orAsShown(request, serverLoader<typeof loader>)
}
clientLoader.hydrate = true as const

export const action = ({ context, params, request }: ActionFunctionArgs) =>
  recordFormIn(helpedBook(context, params.linkId ?? ''), request, enterCourse)

export const clientAction = (args: ClientActionFunctionArgs) => sendOrStay(args)
export const shouldRevalidate = unlessNotSent

export default function HelpedDetail() {
  const page = useLoaderData<typeof loader>()
  return (
    <HelpedFrame page={page} title="약 하나 적기">
      {(medication, open) => <Detail medication={medication} page={open} />}
    </HelpedFrame>
  )
}

function Detail({ medication, page }: { medication: Medication; page: OpenPage }) {
  const form = useHelpedForm()
  // The same for as long as the form is open: sent again after a lost answer, it counts once.
  const [commandId] = useState(page.commandId)
  return (
    <>
      <DetailForm medication={medication} commandId={commandId} {...form} />
      <ToMedicines linkId={page.linkId} />
    </>
  )
}
