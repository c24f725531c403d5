import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useMemo, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { phoneNow } from '~/offline/this-phone'
import { Button } from '~/ui/button'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { DoseCard } from '../dose-card/dose-card'
import { readInsisting, readSayForm, say, type Said } from '../dose-card/say'
import { groupsOf } from '../dose-card/dose-groups'
import { practiceMedicine } from '../dose-card/practice-medicine'
import type { NewFacts } from '../facts/fact-schema'
import { factsFrom } from '../facts/facts-from'
import { mergeFacts } from '../schedule/merge-facts'

export const meta: MetaFunction = () => [{ title: '약 연습 · 곁에' }]
export const handle: PageHandle = { back: { to: '/medication', label: '약' } }

/** Nothing here is anybody's: the stored document and every visitor's are the same but for the time. */
export const loader = ({ context }: LoaderFunctionArgs) => ({
  at: context.clock.now().getTime(),
  commandId: uuidv7(),
})

export const clientLoader = () => ({ at: phoneNow().getTime(), commandId: uuidv7() })
clientLoader.hydrate = true as const

/** Without JavaScript: the answer is shown, and forgotten with the page. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { form, insisting } = readInsisting(readSayForm(await request.formData()))
  const { facts, now } = practiceMedicine(context.clock.now().getTime())
  return say(form, facts, now, { newId: uuidv7, insisting })
}

export default function PracticeRoute() {
  const { at, commandId } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const [round, setRound] = useState(0)
  return (
    <div className="grid gap-6">
      <PageHead title="약 답하기 연습" lead="꾸며 낸 약이에요. 편하게 눌러 보세요." />
      <Practice key={round} at={at} commandId={commandId} sent={round === 0 ? sent : undefined} />
      <Notice kind="info" word="연습이에요">
        누르신 것은 적지도 보내지도 않아요.
      </Notice>
      <div className="grid gap-3">
        <div className="grid noscript:hidden">
          <Button type="button" variant="outlined" full onClick={() => setRound(round + 1)}>
            처음부터 다시
          </Button>
        </div>
        <LinkButton to="/medication/new" variant="outlined" full>
          내 약봉지 넣기
        </LinkButton>
      </div>
    </div>
  )
}

interface PracticeProps {
  at: number
  commandId: string
  /** What a form without JavaScript came to, until one begins anew. */
  sent: Said | undefined
}

function Practice({ at: loadedAt, commandId, sent }: PracticeProps) {
  // What was answered stays as it is when the phone's own time arrives after the server's.
  const [answeredAt, setAnsweredAt] = useState<number>()
  const at = answeredAt ?? loadedAt
  const { facts: made, now } = useMemo(() => practiceMedicine(at), [at])
  const [said, setSaid] = useState<readonly NewFacts[]>(sent?.facts ? [sent.facts] : [])
  const facts = useMemo(
    () =>
      said.reduce(
        (known, one) =>
          mergeFacts(known, factsFrom(one, { by: '', deviceId: '', at, receivedAt: null })),
        made,
      ),
    [said, made, at],
  )
  const [group] = groupsOf(facts, now.day, now.day + 1, now)
  if (!group) return null
  const keep = (one: NewFacts) => {
    setAnsweredAt(at)
    setSaid((before) => [...before, one])
    return Promise.resolve()
  }
  return (
    <DoseCard
      first
      group={group}
      facts={facts}
      now={now}
      commandId={commandId}
      writeDown={keep}
      {...(sent ? { sent } : {})}
    />
  )
}
