import { Form } from '@remix-run/react'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { endingSentence } from './ending-words'
import type { Ending } from './list-endings.server'

/** What became of the person's phones: new things until they are put away, the rest in a line each. */
export function EndingList({ endings }: { endings: readonly Ending[] }) {
  const fresh = endings.filter(({ isNew }) => isNew)
  if (fresh.length === 0) return null
  return (
    <Notice kind="info" title="휴대폰이 로그아웃됐어요" titleAs="h2">
      <ul role="list" className="grid gap-2">
        {fresh.map((ending) => (
          <li key={ending.id}>
            <span className="font-bold">{ending.when}</span> {endingSentence(ending)}
          </li>
        ))}
      </ul>
      <p className="mt-2">그 휴대폰이 인터넷에 닿으면 거기 기록이 지워져요.</p>
      <Form method="post" className="mt-3">
        <Button variant="outlined" full name="intent" value="seen">
          알겠어요
        </Button>
      </Form>
    </Notice>
  )
}
