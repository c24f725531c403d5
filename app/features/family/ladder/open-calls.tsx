import { Form, useNavigation } from '@remix-run/react'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { LinkButton } from '~/ui/link-button'
import { FamilyMark } from '../family-mark'
import type { OpenCall } from './list-calls.server'

/** What asks for a call, before everything else on the family's page. */
export const OpenCalls = ({ calls }: { calls: readonly OpenCall[] }) =>
  calls.map((call) => <Call key={call.stepId} call={call} />)

function Call({
  call: { stepId, name, phone, time, state, sentence, takenOn },
}: {
  call: OpenCall
}) {
  const { formData } = useNavigation()
  const id = `call-${stepId}`
  return (
    <Card as="article" labelledBy={id}>
      <h2 id={id} className="text-h2 font-bold">
        {name ? `${name} 님, ` : ''}
        {time}
      </h2>
      <p className="marked mt-3 text-body">
        <FamilyMark state={state} />
        <span>{sentence}</span>
      </p>
      <div className="mt-3 grid gap-3">
        {phone ? (
          <LinkButton to={`tel:${phone.dialled}`} variant="primary" full icon="phone">
            전화하기
          </LinkButton>
        ) : null}
        <div role="status" className="text-body font-bold">
          {takenOn === 'viewer'
            ? '내가 챙기고 있어요. 다른 가족에게는 더 안 알려요.'
            : takenOn
              ? `${takenOn.name} 님이 챙기고 있어요.`
              : null}
        </div>
        {takenOn ? null : (
          <Form method="post">
            <input type="hidden" name="intent" value="take-on" />
            <Button
              variant="outlined"
              full
              icon="check"
              name="step"
              value={stepId}
              busy={formData?.get('step') === stepId ? '알리는 중이에요' : undefined}
            >
              제가 챙길게요
            </Button>
          </Form>
        )}
      </div>
    </Card>
  )
}
