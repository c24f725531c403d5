import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { appError } from '~/platform/http/app-errors'
import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { PageHead } from '~/ui/page-head'

export const meta: MetaFunction = () => [{ title: '보낸 문자 · 곁에' }]

/** Each text message the app would have sent. Trial only. */
export function loader({ context }: LoaderFunctionArgs) {
  if (context.env.GYEOTE_MODE !== 'trial') throw appError('not_found')
  return context.textMessages.listKept().map(({ to, body, at }) => ({
    to,
    body,
    at: at.toLocaleTimeString('en-GB', { timeZone: 'Asia/Seoul', timeStyle: 'short' }),
  }))
}

export default function Inbox() {
  const messages = useLoaderData<typeof loader>()
  return (
    <div className="grid gap-6">
      <PageHead title="보낸 문자" lead="체험판에서는 여기에만 보여요." />
      {messages.length === 0 ? (
        <EmptyState title="아직 문자가 없어요">인증번호를 받으면 여기에 보여요.</EmptyState>
      ) : (
        messages.map((message, index) => (
          <Card as="article" key={index}>
            <p className="text-caption text-soft">
              {message.at} · {message.to}
            </p>
            <p className="text-body">{message.body}</p>
          </Card>
        ))
      )}
    </div>
  )
}
