import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useParams, type ClientLoaderFunctionArgs } from '@remix-run/react'
import { useEffect } from 'react'
import { orAsShown } from '~/offline/or-as-shown'
import { useFreshen } from '~/offline/use-freshen'
import { appError } from '~/platform/http/app-errors'
import { LinkButton } from '~/ui/link-button'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { setSitting } from '../present-sitting.client'
import { readSitting, type SittingPage } from '../read-sitting.server'
import { isStepId, pathAfter, sittingPath, stepIds, type StepId } from '../sitting'
import { FamilyStep, InstallStep, MedicineStep, NumberStep } from '../step-bodies'
import { RemindersStep } from '../reminders-step'
import { useLookAgain } from '../use-look-again'
import { useSitting } from '../use-sitting'

export const meta: MetaFunction = () => [{ title: '같이 설치하기 · 곁에' }]
export const handle: PageHandle = { back: { to: sittingPath, label: '설치하기' } }

export function loader({ context, params, request }: LoaderFunctionArgs) {
  if (!isStepId(params.step)) throw appError('not_found')
  return readSitting(context, request.url)
}

export function clientLoader({ request, serverLoader }: ClientLoaderFunctionArgs) {
  return orAsShown(request, serverLoader<typeof loader>)
}
clientLoader.hydrate = true as const

const bodies: Record<StepId, (props: { page: SittingPage; isDone: boolean }) => React.ReactNode> = {
  install: InstallStep,
  number: NumberStep,
  medicine: MedicineStep,
  reminders: RemindersStep,
  family: FamilyStep,
}
const onwardsId = 'onwards'
const ordinals = ['첫', '두', '세', '네', '다섯'] as const

/** One thing to do on one screen; whether it is done is read, never remembered. */
export default function SittingStep() {
  const page = useLoaderData<typeof loader>()
  const { step: id } = useParams()
  const steps = useSitting(page)
  const step = steps.find((one) => one.id === id)
  useFreshen('', () => '')
  useLookAgain()
  useEffect(() => setSitting(true), [])
  const isDone = step?.state === 'done'
  useEffect(() => {
    // The button that had the focus is gone with the step.
    if (isDone && document.activeElement === document.body)
      document.getElementById(onwardsId)?.focus({ preventScroll: true })
  }, [isDone])
  if (!step) return null
  const Body = bodies[step.id]
  return (
    <div className="grid gap-6">
      <PageHead
        eyebrow={`다섯 가지 가운데 ${ordinals[stepIds.indexOf(step.id)]} 번째`}
        title={step.title}
      />
      <Body page={page} isDone={isDone} />
      <LinkButton
        id={onwardsId}
        to={pathAfter(step.id)}
        variant={isDone ? 'primary' : 'quiet'}
        full
      >
        {isDone ? '다음으로' : '다음에 할게요'}
      </LinkButton>
    </div>
  )
}
