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
import { recordFormIn } from '~/features/medication/entry/record-form.server'
import type { Medication } from '~/features/medication/use-medication'
import type { PageHandle } from '~/ui/page-handle'
import { HelpedFrame, ToMedicines, type OpenPage } from '../helping/helped-frame'
import { helpedBook } from '../helping/helped-book.server'
import { loadHelpedPage } from '../helping/helped-page.server'
import { sendOrStay, unlessNotSent } from '../helping/send-or-stay'
import { useHelpedForm } from '../helping/use-helped-form'
import { orAsShown } from '~/offline/or-as-shown'
import { DoneLine } from '~/features/medication/entry/done-line'
import { HoursFields } from '~/features/medication/entry/hours-fields'
import { setHours } from '~/features/medication/entry/hours-form'
import { ErrorSummary } from '~/ui/error-summary'
import { PageHead } from '~/ui/page-head'

export const meta: MetaFunction = () => [{ title: '약 시간 · 곁에' }]
export const handle: PageHandle = { back: { to: '/family', label: '가족' } }

/** What others let one see is kept nowhere, the browser's own cache included. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const loader = (args: LoaderFunctionArgs) => loadHelpedPage(args)

export function clientLoader({ request, serverLoader }: ClientLoaderFunctionArgs) {
  return orAsShown(request, serverLoader<typeof loader>)
}
clientLoader.hydrate = true as const

export const action = ({ context, params, request }: ActionFunctionArgs) =>
  recordFormIn(helpedBook(context, params.linkId ?? ''), request, setHours)

export const clientAction = (args: ClientActionFunctionArgs) => sendOrStay(args)
export const shouldRevalidate = unlessNotSent

export default function HelpedHours() {
  const page = useLoaderData<typeof loader>()
  return (
    <HelpedFrame page={page} title="약 시간">
      {(medication, open) => <Hours medication={medication} page={open} />}
    </HelpedFrame>
  )
}

function Hours({ medication, page }: { medication: Medication; page: OpenPage }) {
  const form = useHelpedForm()
  return (
    <>
      <div>
        <PageHead title="몇 시에 드세요?" lead="오늘 약이 이미 지났으면 내일부터 바뀌어요." />
        <DoneLine />
      </div>
      <ErrorSummary title="한 번 더 봐 주세요" errors={form.errors} />
      <HoursFields medication={medication} commandId={page.commandId} {...form} />
      <ToMedicines linkId={page.linkId} />
    </>
  )
}
