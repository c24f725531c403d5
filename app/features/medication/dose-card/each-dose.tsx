import { Form } from '@remix-run/react'
import { useEffect, useId, useRef } from 'react'
import { Button } from '~/ui/button'
import type { ShownDose } from '../schedule/dose-state'
import { snoozedUntil } from '../schedule/snooze'
import { timeInWords } from '../wording'
import type { AskProps } from './answer-form'
import { Corrections } from './corrections'
import { MoreAnswers } from './more-answers'
import { SayFields } from './say-fields'
import { doseInWords, recordInWords } from './words'

/** Of several medicines each has its own answers and its own 나중에, and 고치기 for what was answered. */
export function EachDose({ doses, ...ask }: AskProps & { doses: readonly ShownDose[] }) {
  const isWrong = doses.some(({ key }) => ask.errorOf([key]) !== undefined)
  return (
    <details open={isWrong}>
      <summary className="summary-link">약마다 따로 답하기</summary>
      <ul role="list" className="mt-2 grid gap-4">
        {doses.map((dose) => (
          <li key={dose.key}>
            <OneDose {...ask} dose={dose} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function OneDose({ dose, ...ask }: AskProps & { dose: ShownDose }) {
  const { facts, group, commandId, onSubmit } = ask
  const until = snoozedUntil(facts, group.key, dose.courseId)
  const id = useId()
  const words = useAnswered(dose)
  return (
    <div role="group" aria-labelledby={id} className="grid gap-2">
      <p id={id} className="text-body font-bold">
        {doseInWords(facts, dose)}
      </p>
      <p ref={words} tabIndex={-1} role="status" className={saidOf(dose) ? 'text-body' : 'sr-only'}>
        {saidOf(dose)}
      </p>
      {dose.record?.shown ? (
        <Correcting {...ask} doses={[dose]} />
      ) : dose.state === 'paused' ? null : (
        <div className="grid gap-2">
          {until !== null && until > ask.now.wall ? (
            <p className="text-body">{timeInWords(until)}까지 미뤄 두었어요.</p>
          ) : null}
          <Form method="post" onSubmit={onSubmit}>
            <SayFields commandId={commandId} doses={[dose]} />
            <Button variant="outlined" full name="say" value="taken">
              먹었어요
            </Button>
          </Form>
          {dose.state === 'due' ? (
            <div className="later-or-more">
              <Form method="post" onSubmit={onSubmit}>
                <SayFields commandId={commandId} doses={[dose]} />
                <Button variant="outlined" full name="say" value="later">
                  나중에
                </Button>
              </Form>
              <MoreAnswers {...ask} asked={[dose]} />
            </div>
          ) : (
            <MoreAnswers {...ask} asked={[dose]} />
          )}
        </div>
      )}
    </div>
  )
}

/** 고치기, folded away until wanted. */
export function Correcting({
  doses,
  title = '고치기',
  ...ask
}: AskProps & { doses: readonly ShownDose[]; title?: string }) {
  return (
    <details open={ask.errorOf(doses.map(({ key }) => key)) !== undefined}>
      <summary className="summary-link">{title}</summary>
      <Corrections {...ask} doses={doses} />
    </details>
  )
}

/** The button that was pressed is gone from under the focus. */
function useAnswered({ state }: ShownDose) {
  const words = useRef<HTMLParagraphElement>(null)
  const before = useRef(state)
  useEffect(() => {
    const isLost = document.activeElement === document.body
    if (before.current !== state && isLost) words.current?.focus({ preventScroll: true })
    before.current = state
  }, [state])
  return words
}

function saidOf({ record, state }: ShownDose): string {
  if (record?.shown) return recordInWords(record)
  return state === 'paused' ? '쉬는 중이에요.' : ''
}
