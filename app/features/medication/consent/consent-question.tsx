import { Form, useRouteLoaderData } from '@remix-run/react'
import { useRef, type FormEvent } from 'react'
import { addCommand } from '~/commands/add-command'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { PageHead } from '~/ui/page-head'
import { consentAnswer } from './health-consent'

interface ConsentQuestionProps {
  commandId: string
  /** Where a form without JavaScript leads. */
  back: string
  onAnswered(given: boolean): void
}

/** Health data needs a consent of its own: two equal answers, none of them filled, none chosen before. */
export function ConsentQuestion({ commandId, back, onAnswered }: ConsentQuestionProps) {
  const operator = useRouteLoaderData('root') as { operator?: { name?: string } } | undefined
  const answered = useRef(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent
    if (!submitter) return
    event.preventDefault()
    if (answered.current) return
    answered.current = true
    const given = (submitter as HTMLButtonElement).value === 'yes'
    void addCommand('answer_health_consent', consentAnswer(given), () => onAnswered(given))
  }
  const parts = [
    ['누가', operator?.operator?.name ?? '곁에를 돌보는 곳'],
    ['무엇을', '약과 드신 기록'],
    ['어디에', '약 시간을 알리고 보관하는 데만'],
    ['언제까지', '지우실 때까지'],
  ]
  return (
    <div className="grid gap-6">
      <PageHead title="약 기록을 맡아도 될까요?" lead="약은 건강 정보라 따로 여쭤요." />
      <Card as="div">
        <dl className="grid gap-3">
          {parts.map(([name, words]) => (
            <div key={name}>
              <dt className="text-caption text-soft">{name}</dt>
              <dd className="text-body font-bold">{words}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <div className="grid gap-1 text-body">
        <p>동의 안 하셔도 괜찮아요. 배움은 그대로 쓸 수 있어요.</p>
        <p>가족께는 따로 여쭙고 보여 드려요.</p>
      </div>
      <Form method="post" action="/medication/consent" onSubmit={submit}>
        <input type="hidden" name="commandId" value={commandId} />
        <input type="hidden" name="back" value={back} />
        <div className="two-columns gap-3">
          <Button variant="outlined" big name="answer" value="yes">
            동의해요
          </Button>
          <Button variant="outlined" big name="answer" value="no">
            동의 안 해요
          </Button>
        </div>
      </Form>
    </div>
  )
}
