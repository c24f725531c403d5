import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DoneLine } from '~/features/medication/forms/done-line'
import { HoursFields } from '~/features/medication/hours/hours-fields'
import { setHours } from '~/features/medication/hours/hours-form'
import type { Medication } from '~/features/medication/facts/use-medication'
import { ErrorSummary } from '~/ui/error-summary'
import { PageHead } from '~/ui/page-head'
import { HelpedFrame, ToMedicines, type OpenPage } from '../helping/helped-frame'
import { helpedAction, type loader } from '../helping/helped-page.server'
import { useHelpedForm } from '../helping/use-helped-form'

export const meta: MetaFunction = () => [{ title: '약 시간 · 곁에' }]
export { loader, headers } from '../helping/helped-page.server'
export { handle, clientLoader, clientAction, shouldRevalidate } from '../helping/helped-route'

export const action = helpedAction(() => setHours)

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
