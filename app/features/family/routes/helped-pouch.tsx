import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { enterPouchForOther } from '~/features/medication/pouch/pouch-course'
import { PouchSteps } from '~/features/medication/pouch/pouch-steps'
import type { Medication } from '~/features/medication/facts/use-medication'
import { HelpedFrame, ToMedicines, type OpenPage } from '../helping/helped-frame'
import { helpedAction, type loader } from '../helping/helped-page.server'
import { useHelpedForm } from '../helping/use-helped-form'

export const meta: MetaFunction = () => [{ title: '약봉지 넣기 · 곁에' }]
export { loader, headers } from '../helping/helped-page.server'
export { handle, clientLoader, clientAction, shouldRevalidate } from '../helping/helped-route'

export const action = helpedAction(() => enterPouchForOther)

export default function HelpedPouch() {
  const page = useLoaderData<typeof loader>()
  return (
    <HelpedFrame page={page} title="약봉지 넣기">
      {(medication, open) => <Pouch medication={medication} page={open} />}
    </HelpedFrame>
  )
}

function Pouch({ medication, page }: { medication: Medication; page: OpenPage }) {
  const form = useHelpedForm()
  // The same for as long as the form is open: sent again after a lost answer, it counts once.
  const [commandId] = useState(page.commandId)
  return (
    <>
      <PouchSteps medication={medication} commandId={commandId} {...form} />
      <ToMedicines linkId={page.linkId} />
    </>
  )
}
