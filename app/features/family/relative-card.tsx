import { Form } from '@remix-run/react'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { LinkButton } from '~/ui/link-button'
import { PhoneNumber } from '~/ui/phone-number'
import { RoleLine } from './helping/role-line'
import type { LinkedRelative } from './list-relatives.server'
import { noLooks } from './presence/looks-in-words'
import { kindsInWords } from './shared-kinds'

interface RelativeCardProps {
  relative: LinkedRelative
  /** When they looked, in a sentence. */
  looks: string | undefined
}

/** Who it is, what they see, when they looked, and one tap to change or end it; after half a year it is asked again. */
export function RelativeCard({ relative, looks }: RelativeCardProps) {
  const { linkId, name, phone, relation, kinds, helpsFrom, askAgain } = relative
  const id = `relative-${linkId}`
  return (
    <Card as="article" labelledBy={id}>
      <h2 id={id} className="text-h2 font-bold">
        {name} 님 ({relation})
      </h2>
      <div className="mt-1 grid gap-2">
        {phone ? (
          <p className="text-body">
            <PhoneNumber>{phone}</PhoneNumber>
          </p>
        ) : null}
        <p className="text-body">
          보이는 것: <span className="font-bold">{kindsInWords(kinds)}</span>
        </p>
        <RoleLine from={helpsFrom} />
        <p className="text-body">{looks ? `${name} 님이 ${looks}` : noLooks}</p>
      </div>
      <div className="mt-3 grid gap-3">
        {askAgain ? <AskAgain relative={relative} /> : null}
        <LinkButton to={`/me/family/links/${linkId}`} variant="outlined" full>
          보이는 것 바꾸기
        </LinkButton>
        <Form method="post">
          <input type="hidden" name="intent" value="end" />
          <Button variant="outlined" full name="link" value={linkId}>
            연결 끝내기
          </Button>
        </Form>
      </div>
    </Card>
  )
}

/** The same kinds again under today's words, or none: both buttons alike. */
function AskAgain({ relative: { linkId, kinds, helpsFrom } }: { relative: LinkedRelative }) {
  const answer = (preset: 'each' | 'nothing', words: string) => (
    <Form method="post" action="/me/family">
      <input type="hidden" name="intent" value="renew" />
      <input type="hidden" name="preset" value={preset} />
      {helpsFrom === null ? null : <input type="hidden" name="role" value="help" />}
      {kinds.map((kind) => (
        <input type="hidden" key={kind} name="kind" value={kind} />
      ))}
      <Button variant="outlined" full name="link" value={linkId}>
        {words}
      </Button>
    </Form>
  )
  return (
    <div className="grid gap-3">
      <p className="text-body font-bold">
        여섯 달이 되어 다시 여쭤요.{' '}
        {helpsFrom === null
          ? '앞으로 여섯 달 더 보여 줄까요?'
          : '앞으로 여섯 달 더 보여 주고, 약도 계속 돕게 할까요?'}{' '}
        거절해도 괜찮아요.
      </p>
      {answer('each', '보여 줄게요')}
      {answer('nothing', '아니요')}
    </div>
  )
}
