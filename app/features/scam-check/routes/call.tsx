import type { ActionFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { LinkButton } from '~/ui/link-button'
import type { PageHandle } from '~/ui/page-handle'
import { answerForm } from '../answer-form.server'
import { CallForm } from '../call/call-form'
import { callReading } from '../call/words-of-call'
import { CheckPage } from '../check-page'
import type { ServerAnswer } from '../server-answer'

export const meta: MetaFunction = () => [{ title: '전화로 들은 말 · 곁에' }]
export const handle: PageHandle = { back: { to: '/scam-check', label: '사기 확인' } }

/** Without JavaScript. */
export function action({ context, request }: ActionFunctionArgs) {
  return answerForm(context, request, callReading)
}

export default function CallCheck() {
  return (
    <CheckPage
      reading={callReading}
      title="전화로 들은 말"
      lead="통화 중이면 먼저 끊고 살펴보세요."
      sent={useActionData<typeof action>() as ServerAnswer | undefined}
      form={(props) => <CallForm {...props} />}
    >
      <LinkButton to="/scam-check/after" variant="outlined" full icon="emergency">
        벌써 따랐어요
      </LinkButton>
    </CheckPage>
  )
}
