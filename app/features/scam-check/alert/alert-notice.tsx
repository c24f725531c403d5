import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import type { CheckKind } from '../verdict/verdict'
import { namesOf, type FamilyToShow } from './family-to-show'
import type { AlertState } from './use-alert'

interface AlertNoticeProps {
  state: AlertState
  kind: CheckKind
  family: readonly FamilyToShow[]
}

const mostCalled = 2

/** Who is told, at the moment they are told, and how to reach them. */
export function AlertNotice({ state, kind, family }: AlertNoticeProps) {
  const told = family.filter((one) => one.told)
  const names = told.length > 0 ? namesOf(told) : '가족'
  const to = told.length > 0 ? `${names}께` : '가족에게'
  const said: Record<AlertState, string> = {
    telling: `${to} 알리는 중이에요.`,
    told: `${to} 알렸어요.`,
    waiting: `인터넷이 되면 ${to} 알릴게요.`,
    refused: '가족에게 알리지 못했어요. 직접 전화해 보세요.',
  }
  const unseen = kind === 'call' ? '들은 말은 안 보여요.' : '글은 안 보여요.'
  return (
    <Notice kind={state === 'waiting' ? 'waiting' : 'info'} word="가족" live="polite">
      <p className="font-bold">{said[state]}</p>
      {state === 'refused' ? null : <p>위험한 까닭만 보이고 {unseen}</p>}
      <div className="mt-3 grid gap-3">
        {told.slice(0, mostCalled).map(({ name, phone }) =>
          phone ? (
            <LinkButton key={phone} to={`tel:${phone}`} variant="outlined" full icon="phone">
              {name} 님께 전화하기
            </LinkButton>
          ) : null,
        )}
      </div>
    </Notice>
  )
}
