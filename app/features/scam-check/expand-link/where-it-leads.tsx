import { useState } from 'react'
import { useOnline } from '~/offline/use-online'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { askWhereItLeads } from './ask-where-it-leads'
import type { LinkAnswer } from './link-answer'
import { failureWords, linkWords } from './link-words'

interface WhereItLeadsProps {
  /** As it stands in the message. */
  link: string
  /** For a page that judges again with what is known now. */
  onAnswer?: (answer: LinkAnswer) => void
  ask?: typeof askWhereItLeads
}

type State = 'idle' | 'asking' | keyof typeof failureWords | LinkAnswer

/** Says where a link leads, in words: nothing in here can be pressed to go there. */
export function WhereItLeads({ link, onAnswer, ask = askWhereItLeads }: WhereItLeadsProps) {
  const isOnline = useOnline()
  const [state, setState] = useState<State>('idle')

  async function look() {
    setState('asking')
    const answer = await ask(link)
    setState(answer)
    if (typeof answer !== 'string') onAnswer?.(answer)
  }
  const answer = typeof state === 'string' ? null : state
  const failure = state === 'too_many' || state === 'no_answer' ? failureWords[state] : null
  return (
    <div className="grid gap-2">
      {answer ? null : (
        <>
          <Button
            type="button"
            full
            busy={state === 'asking' ? '알아보는 중이에요' : undefined}
            disabled={!isOnline}
            onClick={() => void look()}
          >
            어디로 가는지 보기
          </Button>
          <p className="text-caption text-soft">
            {isOnline
              ? '이 링크만 곁에로 보내서 알아봐요. 문자 내용은 보내지 않아요.'
              : '인터넷이 있어야 알아볼 수 있어요.'}
          </p>
        </>
      )}
      <div role="status">
        {failure ? <p className="text-body font-bold">{failure}</p> : null}
        {answer ? <LeadsTo answer={answer} /> : null}
      </div>
    </div>
  )
}

function LeadsTo({ answer }: { answer: LinkAnswer }) {
  const { kind, word, title, now } = linkWords(answer)
  const { final, leadsTo } = answer
  const between = final ? leadsTo.slice(0, -1) : leadsTo
  return (
    <Notice kind={kind} word={word} title={title}>
      {final ? (
        <p className="mt-2 text-h2 font-bold">{final.registrableDomain ?? final.host}</p>
      ) : null}
      {final?.registrableDomain && final.registrableDomain !== final.host ? (
        <p>전체 주소: {final.host}</p>
      ) : null}
      {between.length > 0 ? <p>거쳐 가는 곳: {between.join(', ')}</p> : null}
      <p className="mt-2">{now}</p>
    </Notice>
  )
}
