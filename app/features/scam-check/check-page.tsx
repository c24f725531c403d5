import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from '~/ui/button'
import { LinkButton } from '~/ui/link-button'
import { PageHead } from '~/ui/page-head'
import { KeepCheck } from './keeping/keep-check'
import { UnseenPicture } from './pictures/unseen-picture'
import { nothingTyped, type Reading } from './reading'
import type { ServerAnswer } from './server-answer'
import { useCheck, type Check, type CheckState } from './use-check'
import { VerdictView } from './verdict-view/verdict-view'

interface CheckPageProps {
  /** One object for good. */
  reading: Reading
  title: string
  lead: string
  /** What the server answered a form without scripts. */
  sent: ServerAnswer | undefined
  form(props: {
    state: Extract<CheckState, { shows: 'form' }>
    type: Check['type']
    ask: Check['ask']
  }): ReactNode
  /** Below the form. */
  children: ReactNode
}

/** The form, and in its place what came of it. */
export function CheckPage({ reading, title, lead, sent, form, children }: CheckPageProps) {
  const { state, type, ask, again, note } = useCheck(
    reading,
    sent?.state ?? { shows: 'form', typed: nothingTyped },
  )
  const { pathname } = useLocation()
  if (state.shows === 'form')
    return (
      <div className="grid gap-6">
        <PageHead title={title} lead={lead} />
        {/* What was kept on the phone comes a moment later and fills the fields anew. */}
        <div key={state.typed === nothingTyped ? 'empty' : 'kept'}>
          {form({ state, type, ask })}
        </div>
        {children}
      </div>
    )
  const { checked, isNew, typed, record } = state
  return (
    <VerdictView
      checked={checked}
      isNew={isNew}
      record={record}
      family={sent?.family}
      onTold={(told) => note(record.id, { told })}
      beside={typed.picture ? <UnseenPicture onLook={() => again({ clear: false })} /> : null}
    >
      <KeepCheck
        checked={checked}
        typed={typed}
        record={record}
        onKept={() => note(record.id, { isKept: true })}
      />
      {typed.origin === 'read_from_picture' ? (
        <Button type="button" variant="outlined" full onClick={() => again({ clear: false })}>
          읽은 글 고치기
        </Button>
      ) : null}
      <LinkButton
        to={pathname}
        variant="outlined"
        full
        icon="look"
        onClick={(event) => {
          event.preventDefault()
          again({ clear: true })
        }}
      >
        다른 것 살펴보기
      </LinkButton>
    </VerdictView>
  )
}
