import { useState } from 'react'
import { Notice } from '~/ui/notice'
import { LinkButton } from '~/ui/link-button'
import { AsNeededCard } from '../as-needed/as-needed-card'
import { DoseCard } from '../dose-card/dose-card'
import type { SentSaying } from '../dose-card/say-doses.server'
import { doseInWords, versionOn } from '../dose-card/words'
import { groupsOf, type DoseGroup } from '../dose-card/dose-groups'
import { firstOpen, groupsNow, sentFor } from './due-now'
import type { Course, Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { covers, pausesOf } from '../schedule/pauses'
import { isNamedSlot, slotTitle, timeInWords } from '../wording'

interface Props {
  facts: Facts
  now: Moment
  commandId: string
  sent: SentSaying | undefined
}

/** Today by time of day, what still waits from yesterday before it, and tomorrow. */
export function TodaysMedicines({ facts, now, commandId, sent }: Props) {
  const groups = groupsNow(facts, now)
  const first = firstOpen(groups)
  const ofYesterday = useYesterdays(groups, now, sent)
  const ofToday = groups.filter(({ day }) => day === now.day)
  const tomorrow = groupsOf(facts, now.day + 1, now.day + 2, now).filter(({ doses }) =>
    doses.some(({ state }) => state !== 'paused'),
  )
  const asNeeded = facts.courses.filter((course) => isRunningAsNeeded(facts, course, now))
  const cards = (shown: readonly DoseGroup[]) =>
    shown.map((group) => (
      <DoseCard
        key={group.key}
        group={group}
        facts={facts}
        now={now}
        commandId={commandId}
        first={group.key === first?.key}
        {...sentFor(group, sent)}
      />
    ))
  return (
    <>
      {isResting(facts, now) ? <Resting /> : null}
      {ofYesterday.length > 0 ? <div className="grid gap-4">{cards(ofYesterday)}</div> : null}
      {ofToday.length > 0 ? (
        <div className="grid gap-4">{cards(ofToday)}</div>
      ) : (
        <p className="text-body">오늘은 정해진 약이 없어요.</p>
      )}
      {asNeeded.length > 0 ? (
        <section aria-labelledby="as-needed" className="grid gap-4">
          <h2 id="as-needed" className="text-h2 font-bold">
            필요할 때 먹는 약
          </h2>
          {asNeeded.map((course) => (
            <AsNeededCard key={course.id} {...{ course, facts, now, commandId }} />
          ))}
        </section>
      ) : null}
      {tomorrow.length > 0 ? <Tomorrow groups={tomorrow} facts={facts} /> : null}
    </>
  )
}

/** Those of yesterday that ask, or did on this page: a card that went would move another under the finger. */
function useYesterdays(groups: readonly DoseGroup[], now: Moment, sent: SentSaying | undefined) {
  const [asked, setAsked] = useState<readonly string[]>([])
  const yesterdays = groups.filter(({ day }) => day < now.day)
  const asking = yesterdays.filter(({ open }) => open.length > 0)
  if (asking.some(({ key }) => !asked.includes(key)))
    setAsked([...new Set([...asked, ...asking.map(({ key }) => key)])])
  return yesterdays.filter(
    (group) => asking.includes(group) || asked.includes(group.key) || sentFor(group, sent).sent,
  )
}

function Tomorrow({ groups, facts }: { groups: readonly DoseGroup[]; facts: Facts }) {
  return (
    <section aria-labelledby="tomorrow">
      <h2 id="tomorrow" className="text-h2 font-bold">
        내일
      </h2>
      <ul role="list" className="mt-2 grid gap-2">
        {groups.map(({ key, slotId, minute, doses }) => (
          <li key={key} className="text-body">
            <strong>
              {minute === null || !isNamedSlot(slotId) ? '' : `${timeInWords(minute)} `}
              {slotTitle(slotId, minute)}
            </strong>
            <br />
            {doses.map((dose) => doseInWords(facts, dose)).join(', ')}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Resting() {
  return (
    <Notice kind="nothing" word="쉬는 중이에요" title="약을 모두 쉬고 있어요.">
      <div className="mt-3">
        <LinkButton to="/medication/pause" variant="outlined" full>
          다시 시작하기
        </LinkButton>
      </div>
    </Notice>
  )
}

/** Everything is paused, as in hospital. */
const isResting = (facts: Facts, now: Moment): boolean =>
  covers(
    pausesOf({ ...facts, pauses: facts.pauses.filter((one) => one.courseId === null) }, ''),
    now.wall,
  )

function isRunningAsNeeded(facts: Facts, course: Course, now: Moment): boolean {
  if (course.kind !== 'as_needed') return false
  const version = versionOn(facts, course.id, now.day)
  return version !== undefined && now.day <= (version.lastOn ?? Infinity)
}
