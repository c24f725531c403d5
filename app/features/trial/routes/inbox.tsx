import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pushMessageSchema } from '~/features/reminders/push-message'
import { appError } from '~/platform/http/app-errors'
import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { PageHead } from '~/ui/page-head'

export const meta: MetaFunction = () => [{ title: '보낸 문자와 알림 · 곁에' }]

/** Each text message and e-mail the app would have sent, and each push it has. Trial only. */
export function loader({ context }: LoaderFunctionArgs) {
  if (context.env.GYEOTE_MODE !== 'trial') throw appError('not_found')
  const texts = context.textMessages.listKept().map(({ to, body, at }) => ({ to, body, at }))
  const pushes = context.push.listKept().map(({ body, at, status }) => {
    const { notification } = pushMessageSchema.parse(JSON.parse(body))
    const to = `알림 · ${status ?? '대답 없음'}`
    return { to, body: `${notification.title} ${notification.body}`, at }
  })
  const mails = context.mails
    .listKept()
    .map(({ to, subject, text, at }) => ({ to, body: `${subject}\n\n${text}`, at }))
  return [...texts, ...pushes, ...mails]
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ at, ...message }) => ({
      ...message,
      at: at.toLocaleTimeString('en-GB', { timeZone: 'Asia/Seoul', timeStyle: 'short' }),
    }))
}

export default function Inbox() {
  const messages = useLoaderData<typeof loader>()
  return (
    <div className="grid gap-6">
      <PageHead title="보낸 문자와 알림" lead="체험판에서는 여기에만 보여요." />
      {messages.length === 0 ? (
        <EmptyState title="아직 문자가 없어요">인증번호나 알림을 받으면 여기에 보여요.</EmptyState>
      ) : (
        messages.map((message, index) => (
          <Card as="article" key={index}>
            <p className="text-caption text-soft">
              {message.at} · {message.to}
            </p>
            <p className="text-body whitespace-pre-line">{message.body}</p>
          </Card>
        ))
      )}
    </div>
  )
}
