import { useEffect, useRef } from 'react'
import { Icon, type IconName } from '~/ui/icon'
import { LinkButton } from '~/ui/link-button'
import type { DoseState, ShownDose } from '../schedule/dose-state'
import type { AskProps } from './answer-form'
import { Corrections } from './corrections'
import { Correcting } from './each-dose'
import { courseName, doseInWords, recordInWords } from './words'

const marks: Partial<Record<DoseState, IconName>> = {
  taken: 'check',
  declined: 'cross',
  unknown: 'help',
}

/** What was said, and 고치기 at the far end of the card, all day; of each medicine where the answers differ. */
export function Answered({ takesFocus, ...ask }: AskProps & { takesFocus: boolean }) {
  const { group, facts, errorOf } = ask
  const words = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The button that was pressed is gone from under the focus.
    if (!takesFocus) return
    words.current?.focus({ preventScroll: true })
    // So may the warning be, which is higher than what it came to.
    if ((words.current?.getBoundingClientRect().top ?? 0) < 0) words.current?.scrollIntoView()
  }, [takesFocus])
  const answered = group.doses.filter(({ record }) => record?.shown)
  const sentences = new Set(answered.map(inWords))
  const isSame = sentences.size === 1
  const keys = answered.map(({ key }) => key)
  const isWrong = [keys, ...keys.map((key) => [key])].some((doses) => errorOf(doses) !== undefined)
  if (answered.length === 0) return <Resting doses={group.doses} />
  return (
    <div className="flex flex-col justify-between gap-1">
      <div ref={words} tabIndex={-1} role="status" className="grid gap-2">
        {isSame && answered[0] ? (
          <Sentence dose={answered[0]} />
        ) : (
          answered.map((dose) => (
            <div key={dose.key}>
              <p className="text-caption text-soft">{doseInWords(facts, dose)}</p>
              <Sentence dose={dose} />
            </div>
          ))
        )}
        {answered.some(({ state }) => state === 'unknown') ? <LookAtPouch /> : null}
        {answered.some(({ record }) => record && record.extras.length > 0) ? (
          <AskPharmacist />
        ) : null}
        {answered.some(isUnclear) ? (
          <p className="text-body font-bold">두 기록이 달라요. 고치기에서 골라 주세요.</p>
        ) : null}
      </div>
      {answered.length === 1 ? (
        <Correcting {...ask} doses={answered} />
      ) : (
        <details open={isWrong}>
          <summary className="summary-link">고치기</summary>
          <div className="mt-3 grid gap-3">
            {isSame ? <Corrections {...ask} doses={answered} /> : null}
            {answered.map((dose) => (
              <Correcting
                key={dose.key}
                {...ask}
                doses={[dose]}
                title={`${courseName(facts, dose.courseId)}${isSame ? '만' : ''} 고치기`}
              />
            ))}
          </div>
        </details>
      )}
    </div>
  )
}

function Sentence({ dose }: { dose: ShownDose }) {
  return (
    <p className="flex items-center gap-3 text-body font-bold text-pine">
      <Icon name={marks[dose.state] ?? 'info'} />
      <span>{inWords(dose)}</span>
    </p>
  )
}

function Resting({ doses }: { doses: readonly ShownDose[] }) {
  const words = doses.some(({ state }) => state === 'travelling')
    ? '여행 중에 지나간 약이에요.'
    : doses.every(({ dose }) => dose === null)
      ? '답을 지웠어요.'
      : '쉬는 중이에요.'
  return (
    <p className="flex items-center gap-3 text-h2 font-bold">
      <Icon name="nothing" />
      <span>{words}</span>
    </p>
  )
}

const LookAtPouch = () => (
  <p className="text-body">약봉지를 살펴보세요. 그래도 모르면 드시기 전에 약사에게 물어보세요.</p>
)

export function AskPharmacist() {
  return (
    <div className="grid gap-3">
      <p className="text-body font-bold">더 드시지 말고 약사에게 물어보세요.</p>
      <p className="text-body">몸이 이상하면 119에 전화하세요.</p>
      <LinkButton to="tel:119" variant="danger" full icon="phone">
        119 전화하기
      </LinkButton>
    </div>
  )
}

const inWords = ({ record }: ShownDose) => (record ? recordInWords(record) : '')
const isUnclear = ({ record }: ShownDose) =>
  record !== null && (record.differ || record.takenAt.length > 1)
