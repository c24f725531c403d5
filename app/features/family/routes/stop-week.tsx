import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useNavigation } from '@remix-run/react'
import { appError } from '~/platform/http/app-errors'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { isStopToken, stopByLink } from '../weekly/stop-link.server'

export const meta: MetaFunction = () => [
  { title: '한 주 소식 그만 받기 · 곁에' },
  { name: 'robots', content: 'noindex' },
]
export const handle: PageHandle = {}

/** Opening it changes nothing: mailboxes look at links before people do. */
export function loader({ context, params }: LoaderFunctionArgs) {
  if (!isStopToken(context, params.token ?? '')) throw appError('not_found')
  return null
}

/** By the button, or by a mailbox's own (RFC 8058). Without a session. */
export async function action({ context, params }: ActionFunctionArgs) {
  if (!(await stopByLink(context, params.token ?? ''))) throw appError('not_found')
  return { stopped: true }
}

export default function StopWeek() {
  const stopped = useActionData<typeof action>()?.stopped
  const stopping = useNavigation().state === 'submitting'
  return (
    <div className="grid gap-6">
      <PageHead title="한 주 소식 그만 받기" />
      {stopped ? (
        <Notice kind="done" title="이제 보내지 않아요." titleAs="h2" live="polite">
          주소도 지웠어요. 다시 받고 싶으면 곁에의 가족에서 켜 주세요.
        </Notice>
      ) : (
        <Form method="post" className="grid gap-4">
          <p className="text-body">누르시면 이 메일을 더 보내지 않고 주소도 지워요.</p>
          <Button variant="primary" full big busy={stopping ? '끄는 중이에요' : undefined}>
            그만 받기
          </Button>
        </Form>
      )}
    </div>
  )
}
