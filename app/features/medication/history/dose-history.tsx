import { Card } from '~/ui/card'
import { Icon } from '~/ui/icon'
import { Notice } from '~/ui/notice'
import { trailOf } from './answer-trail'
import { CorrectAnswer, type SentCorrection } from './correct-answer'
import { doseTitle, minuteOfDose } from './day-lines'
import type { EpochDay } from '../schedule/care-date'
import type { ShownDose } from '../schedule/dose-state'
import type { Answer, Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { StateMark } from './state-mark'
import { answerInWords, stateSentence } from './state-words'
import { isNamedSlot, timeInWords } from '../wording'

interface DoseHistoryProps {
  shown: ShownDose
  facts: Facts
  now: Moment
  canCorrect: boolean
  pageCommandId: string
  sent: SentCorrection | undefined
}

/** One dose of the past: what stands, what was said before, and 「고치기」 for ever. */
export function DoseHistory(props: DoseHistoryProps) {
  const { shown, facts, now, canCorrect, pageCommandId, sent } = props
  const { key, day, slotId, state, record } = shown
  const minute = minuteOfDose(shown, facts)
  const title = doseTitle(shown, facts)
  const takenWall = record?.heads.find(({ kind }) => kind === 'taken')?.takenWall ?? null
  const asks = record !== null && (record.differ || record.takenAt.length > 1)
  return (
    <Card labelledBy={`dose-${key}`}>
      {minute === null || !isNamedSlot(slotId) ? null : (
        // The title of an exact time says it already.
        <p className="text-caption text-soft">{timeInWords(minute)}</p>
      )}
      <h2 id={`dose-${key}`} className="text-h2 font-bold" data-name>
        {title}
      </h2>
      {asks ? (
        <Records heads={record.heads} day={day} facts={facts} differ={record.differ} />
      ) : (
        <p className="mt-3 flex items-start gap-3 text-body font-bold">
          <StateMark state={state} />
          {stateSentence(state, day, takenWall)}
        </p>
      )}
      {record?.extras.map((extra) => (
        <p key={extra.id} className="mt-2 flex items-start gap-3 text-body">
          <Icon name="caution" />
          {sayingOf(extra, day, facts)}
        </p>
      ))}
      <Trail answers={trailOf(facts, key)} day={day} facts={facts} />
      {canCorrect && state !== 'upcoming' ? (
        <CorrectAnswer
          shown={shown}
          title={title}
          time={takenWall ?? minute}
          asks={asks}
          facts={facts}
          now={now}
          pageCommandId={pageCommandId}
          sent={sent}
        />
      ) : null}
    </Card>
  )
}

/** Two phones, or a helper, said different things: both stand here, and one answer settles it. */
function Records({
  heads,
  day,
  facts,
  differ,
}: {
  heads: readonly Answer[]
  day: EpochDay
  facts: Facts
  differ: boolean
}) {
  return (
    <div className="mt-3">
      <Notice
        kind="caution"
        word={differ ? '두 기록이 달라요' : '시간이 둘이에요'}
        title={differ ? '어느 쪽이 맞나요?' : '두 번 드셨어요?'}
      >
        <ul role="list" className="grid gap-1">
          {heads.map((head) => (
            <li key={head.id}>{sayingOf(head, day, facts)}</li>
          ))}
        </ul>
        <p className="mt-2">아래에서 맞는 것을 골라 주세요.</p>
      </Notice>
    </div>
  )
}

function Trail({
  answers,
  day,
  facts,
}: {
  answers: readonly Answer[]
  day: EpochDay
  facts: Facts
}) {
  if (answers.length === 0) return null
  return (
    <ol aria-label="앞서 하신 답" className="mt-2 grid gap-1">
      {answers.map((answer, index) => (
        <li key={answer.id} className="text-caption text-soft">
          {index === 0 ? '처음에는' : '그다음에는'} {sayingOf(answer, day, facts)}
        </li>
      ))}
    </ol>
  )
}

const sayingOf = (answer: Answer, day: EpochDay, facts: Facts): string =>
  answer.by === facts.ownerId
    ? `${answerInWords(answer, day)} 하셨어요.`
    : `${answerInWords(answer, day)} 도와주는 분이 적었어요.`
