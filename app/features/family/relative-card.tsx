import { Form } from '@remix-run/react'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { LinkButton } from '~/ui/link-button'
import { PhoneNumber } from '~/ui/phone-number'
import { AskAgain } from './ask-again'
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
        {/* Nobody helps with what they do not see: also when the half year is over. */}
        <RoleLine from={kinds.includes('med_today') ? helpsFrom : null} />
        <p className="text-body">{looks ? `${name} 님이 ${looks}` : noLooks(relative)}</p>
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
