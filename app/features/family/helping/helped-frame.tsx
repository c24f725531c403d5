import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { EntryPlace } from '~/features/medication/forms/entry-place'
import { momentOf } from '~/features/medication/schedule/moment'
import type { Medication } from '~/features/medication/facts/use-medication'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PageHead } from '~/ui/page-head'
import { NotBelieved } from '../not-believed'
import { useNews } from '../use-news'
import { helpPath } from './help-paths'
import type { HelpedPage } from './load-helped.server'

export type OpenPage = Extract<HelpedPage, { state: 'open' }>

interface HelpedFrameProps {
  page: HelpedPage | null
  title: string
  children(medication: Medication, page: OpenPage): ReactNode
}

/** Around every page on which a relative changes a senior's medicines: what it says while they may not. */
export function HelpedFrame({ page, title, children }: HelpedFrameProps) {
  if (!page)
    return (
      <Closed title={title} empty="보여 주시는 것이 없어요">
        부모님이 도와주기를 고르시면 여기에서 약을 챙겨 드려요.
      </Closed>
    )
  return <Known page={page} title={title} content={children} />
}

interface KnownProps {
  page: HelpedPage
  title: string
  content: HelpedFrameProps['children']
}

function Known({ page, title, content }: KnownProps) {
  const belief = useNews(page.version)
  const [first] = useState(page.state)
  if (page.state === 'waits')
    return (
      <Closed title={title} empty={`${page.from}부터 도울 수 있어요`}>
        부모님이 생각해 보실 하루를 둬요. 그동안은 보기만 해요.
      </Closed>
    )
  if (page.state === 'no_consent')
    return (
      <Closed title={title} empty="아직 약을 적을 수 없어요">
        부모님이 약 기록에 동의하셔야 해요. 부모님 휴대폰의 약에서 여쭤봐요.
      </Closed>
    )
  return (
    <>
      {belief === 'shown' ? null : (
        <NotBelieved belief={belief} kept="적으신 것은 그대로 있어요." />
      )}
      {first === 'open' ? null : <HasOpened />}
      {/* Hidden, not taken away: what is being typed in it stays. */}
      <div hidden={belief !== 'shown'}>
        <Open page={page} content={content} />
      </div>
    </>
  )
}

/** Whoever waited on the page hears that the day is over; what had the focus before is gone. */
function HasOpened() {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) ref.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={ref} tabIndex={-1} className="mb-6">
      <Notice kind="done" title="이제 약을 챙겨 드릴 수 있어요." titleAs="h2" live="polite" />
    </div>
  )
}

function Open({ page, content }: { page: OpenPage; content: HelpedFrameProps['children'] }) {
  const { linkId, name, facts, now } = page
  const medication = useMemo<Medication>(
    () => ({ facts, consent: { given: true, textVersion: '' }, now: momentOf(facts, now) }),
    [facts, now],
  )
  return (
    <EntryPlace value={helpPath(linkId)}>
      <div className="grid gap-6">
        <p className="text-body">
          <span className="font-bold">{name ? `${name} 님` : '부모님'}</span>의 약이에요. 바꾸시면
          그분께 보여요.
        </p>
        {content(medication, page)}
      </div>
    </EntryPlace>
  )
}

interface ClosedProps {
  title: string
  empty: string
  children: string
}

const Closed = ({ title, empty, children }: ClosedProps) => (
  <div className="grid gap-6">
    <PageHead title={title} />
    <EmptyState
      title={empty}
      action={
        <LinkButton to="/family" variant="outlined" full icon="family">
          가족으로 가기
        </LinkButton>
      }
    >
      {children}
    </EmptyState>
  </div>
)

/** The way back to all medicines of this senior. */
export const ToMedicines = ({ linkId }: { linkId: string }) => (
  <LinkButton to={helpPath(linkId)} variant="quiet" full icon="back">
    약 모두 보기
  </LinkButton>
)
