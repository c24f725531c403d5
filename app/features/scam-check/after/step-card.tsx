import { Card } from '~/ui/card'
import { Icon } from '~/ui/icon'
import { LinkButton } from '~/ui/link-button'
import { findPath } from './paths'
import type { AfterStep } from './after-schema'

interface StepCardProps {
  step: AfterStep
  number: number
  /** The next thing to do. */
  isNext: boolean
  isDone: boolean
  mayCall: boolean
  onMark(isDone: boolean): void
}

/** One thing to do, with whom to call, what to say, and a box to tick. */
export function StepCard({ step, number, isNext, isDone, mayCall, onMark }: StepCardProps) {
  const { id, text, detail, say, number: call } = step
  const worse = findPath(step.leadsTo)
  return (
    <Card as="li" due={isNext} wasDue={!isNext}>
      <div className="marked">
        <span className="step-number text-h2 font-bold text-pine" aria-hidden="true">
          {number}
        </span>
        <div className="grid gap-2 text-body">
          <p className="font-bold">{text}</p>
          {detail ? <p>{detail}</p> : null}
          {say ? (
            <p>
              이렇게 말하세요. <strong className="block">“{say}”</strong>
            </p>
          ) : null}
          {call && !mayCall ? (
            <p className="text-verdict font-bold" data-name>
              {call.digits}
            </p>
          ) : null}
        </div>
      </div>
      <div className="mt-3 grid gap-3">
        {call && mayCall ? (
          <LinkButton
            to={`tel:${call.digits}`}
            variant={isNext ? 'primary' : 'outlined'}
            full
            icon="phone"
          >
            {call.digits} 전화하기
          </LinkButton>
        ) : null}
        {worse ? (
          <LinkButton to={`/scam-check/after/${worse.id}`} variant="outlined" full icon="forward">
            {worse.title}
          </LinkButton>
        ) : null}
        <label className="choice needs-script">
          <input
            type="checkbox"
            name={id}
            checked={isDone}
            onChange={({ currentTarget }) => onMark(currentTarget.checked)}
            className="choice-input"
          />
          <span className="grow text-button font-bold">
            했어요<span className="sr-only">: {text}</span>
          </span>
          <span className="choice-tick" aria-hidden="true">
            <Icon name="check" />
          </span>
        </label>
      </div>
    </Card>
  )
}
