import { useId, useState } from 'react'
import { ArchPlate } from '~/ui/arch-plate'
import { Card } from '~/ui/card'
import type { IconName } from '~/ui/icon'
import type { DoseGroup } from './dose-groups'
import { isoDate } from '../schedule/care-date'
import type { Facts, SlotId } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { dayInWords, isNamedSlot, slotTitle, timeInWords } from '../wording'
import { AnswerForm } from './answer-form'
import { Answered } from './answered'
import { doseAnchor } from './dose-anchor'
import { DoubleDoseWarning } from './double-dose-warning'
import type { Said } from './say'
import { useArrival } from './use-arrival'
import { useSay, type WriteDown } from './use-say'
import { WhenTaken } from './when-taken'
import { doseInWords } from './words'

interface DoseCardProps {
  group: DoseGroup
  facts: Facts
  now: Moment
  /** Made with the page: a double tap counts once. */
  commandId: string
  /** The one that is due now: framed, with the filled button of the page. */
  first?: boolean
  /** What a form without JavaScript came to, when it was about this group. */
  sent?: Said
  /** Instead of the phone's outbox. */
  writeDown?: WriteDown
  /** One of several samples: what it asks takes no focus from the others. */
  still?: boolean
}

const icons: Partial<Record<SlotId, IconName>> = {
  morning: 'sunrise',
  noon: 'sun',
  evening: 'sunset',
  bedtime: 'moon',
}

/** What is taken together, and what was said of it. An answered card keeps its place and its height. */
export function DoseCard(props: DoseCardProps) {
  const { group, facts, now, commandId, first = false, sent, still = false } = props
  const titleId = useId()
  const anchor = doseAnchor(isoDate(group.day), group.slotId)
  const heading = useArrival(anchor)
  const { said, submit, forget } = useSay(facts, now, props.writeDown)
  const current = said ?? sent ?? null
  const stopped = current?.stopped ?? []
  const isOpen = group.open.length > 0
  const isLate = group.open.some(({ state }) => state === 'question')
  const isAnswered = !isOpen && !group.doses.some(({ state }) => state === 'upcoming')
  // What was asked when the page opened keeps its room when it is answered.
  const [asked] = useState({ any: !isAnswered, late: isLate, early: !isOpen })
  const late = isLate || (isAnswered && asked.late)
  const early = isAnswered ? asked.early : !isOpen
  const errorOf = (keys: readonly string[]) =>
    current?.form?.doses.join() === keys.join() ? current.timeError : undefined
  const ask = { group, facts, now, commandId, onSubmit: submit, errorOf }
  return (
    <Card id={anchor} due={first && isOpen} wasDue={first && asked.any} labelledBy={titleId}>
      <div className="marked">
        <ArchPlate icon={icons[group.slotId] ?? 'clock'} />
        <div>
          <h2 id={titleId} ref={heading} tabIndex={-1} className="text-h1 font-bold">
            {titleOf(group, now)}
          </h2>
          <p className="flex flex-wrap gap-x-2 text-caption text-soft">
            {group.minute === null || !isNamedSlot(group.slotId) ? null : (
              <span>{timeInWords(group.minute)} </span>
            )}
            <span>{whatOf(group, facts)}</span>
          </p>
        </div>
      </div>
      {stopped.length > 0 ? (
        <DoubleDoseWarning
          stopped={stopped}
          form={current?.form}
          facts={facts}
          commandId={commandId}
          onSubmit={submit}
          onRefuse={forget}
          takesFocus={!still}
        />
      ) : current?.when ? (
        <WhenTaken {...ask} when={current.when} onRefuse={forget} takesFocus={!still} />
      ) : (
        <div className="room-for-two swap mt-3">
          {!isAnswered || asked.any ? (
            <div className={isAnswered ? 'swap-away' : undefined}>
              <AnswerForm {...ask} filled={first && isOpen} late={late} early={early} />
            </div>
          ) : null}
          {isAnswered ? <Answered {...ask} takesFocus={said !== null} /> : null}
        </div>
      )}
    </Card>
  )
}

/** `아침 약`, of another day `어제 저녁 약`. */
function titleOf({ day, slotId, minute }: DoseGroup, now: Moment): string {
  const title = slotTitle(slotId, minute)
  return day === now.day ? title : `${dayInWords(day, now.day)} ${title}`
}

function whatOf({ doses }: DoseGroup, facts: Facts): string {
  const [only] = doses
  return doses.length === 1 && only ? doseInWords(facts, only) : `약 ${doses.length}가지`
}
