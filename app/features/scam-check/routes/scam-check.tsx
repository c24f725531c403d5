import type { ActionFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import type { PageHandle } from '~/ui/page-handle'
import { answerForm } from '../answer-form.server'
import { CheckPage } from '../check-page'
import { MessageForm } from '../message-form'
import { MoreHelp } from '../more-help'
import { messageReading } from '../reading'
import type { ServerAnswer } from '../server-answer'

export const meta: MetaFunction = () => [{ title: '이거 사기예요? · 곁에' }]
export const handle: PageHandle = { back: { to: '/', label: '오늘' } }

/** Without JavaScript, and for a share sheet without a worker. */
export function action({ context, request }: ActionFunctionArgs) {
  return answerForm(context, request, messageReading)
}

export default function ScamCheck() {
  return (
    <CheckPage
      reading={messageReading}
      title="이거 사기예요?"
      lead="받은 문자나 카톡을 살펴봐 드려요."
      sent={useActionData<typeof action>() as ServerAnswer | undefined}
      form={(props) => <MessageForm {...props} />}
    >
      <MoreHelp />
    </CheckPage>
  )
}
