import { useState, type ReactNode } from 'react'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { PageHead } from '~/ui/page-head'
import type { HealthConsent } from '../facts/fact-schema'
import { ConsentQuestion } from './consent-question'

interface ConsentGateProps {
  consent: HealthConsent | null
  commandId: string
  /** The page's own path, and its title for who has refused. */
  path: string
  title: string
  children: ReactNode
}

/** In front of every page that writes medicines down: asks at the first one, and accepts a no. */
export function ConsentGate({ consent, commandId, path, title, children }: ConsentGateProps) {
  // Between sent and known again there may be a moment without an answer: nothing typed is lost in it.
  const [agreed, setAgreed] = useState(false)
  if (consent?.given && !agreed) setAgreed(true)
  if (consent?.given ?? agreed) return children
  if (consent)
    return (
      <div className="grid gap-6">
        <PageHead title={title} />
        <ConsentRefused path={path} />
      </div>
    )
  const focusPage = () => document.getElementById('content')?.focus()
  return <ConsentQuestion commandId={commandId} back={path} onAnswered={focusPage} />
}

/** Who has refused is not asked again, and finds the way back by themselves. */
export function ConsentRefused({ path }: { path: string }) {
  return (
    <EmptyState
      title="약은 적지 않기로 하셨어요"
      action={
        <div className="grid gap-3">
          <LinkButton to={`/medication/consent?back=${path}`} variant="outlined" full>
            다시 정하기
          </LinkButton>
          <LinkButton to="/" variant="quiet" full>
            오늘로 가기
          </LinkButton>
        </div>
      }
    >
      배움은 그대로 쓰세요. 마음이 바뀌면 다시 정해도 돼요.
    </EmptyState>
  )
}
