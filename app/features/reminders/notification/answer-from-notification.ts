import { groupsOf, type DoseGroup } from '~/features/medication/dose-card/dose-groups'
import { say } from '~/features/medication/dose-card/say'
import type { NewFacts } from '~/features/medication/facts/fact-schema'
import { epochDay } from '~/features/medication/schedule/care-date'
import type { Facts } from '~/features/medication/schedule/facts'
import type { DoseState } from '~/features/medication/schedule/dose-state'
import type { Moment } from '~/features/medication/schedule/moment'

/** The doses of a time of day, as a push names them: `day` is the care date, `YYYY-MM-DD`. */
export interface DosesOfPush {
  day: string
  slot: string
}

/** The buttons of a notification, as the server names them. */
export type Answer = 'taken' | 'later'

export type FromNotification =
  | { do: 'write'; facts: NewFacts }
  /** It is answered already. */
  | { do: 'nothing' }
  /** The card has to ask something, or says something that should be read before an answer. */
  | { do: 'open' }

/**
 * What a button of a notification comes to: the same rules as a tap on the dose card. Where the card would
 * warn of a second dose or of a late one, nothing is written and the card is opened instead.
 */
export function answerFromNotification(
  answer: Answer,
  doses: DosesOfPush,
  facts: Facts,
  now: Moment,
  newId: () => string,
): FromNotification {
  const group = findGroup(facts, doses, now)
  if (!group) return { do: 'open' }
  if (answer === 'later' && isAnswered(group)) return { do: 'nothing' }
  const asked = group.doses.filter(({ state }) => state === 'due' || isAlmostDue(state, group, now))
  if (asked.length === 0 || asked.length < group.open.length) return { do: 'open' }
  const form = { say: answer, doses: asked.map(({ key }) => key), time: '', correcting: false }
  const said = say(form, facts, now, { newId, insisting: false })
  return said.facts && said.stopped.length === 0
    ? { do: 'write', facts: said.facts }
    : { do: 'open' }
}

/** Whether every dose of the group has an answer on this phone: there is nothing left to remind of. */
export function isAnsweredHere(facts: Facts, doses: DosesOfPush, now: Moment): boolean {
  const group = findGroup(facts, doses, now)
  return group !== undefined && isAnswered(group)
}

function findGroup(facts: Facts, { day, slot }: DosesOfPush, now: Moment): DoseGroup | undefined {
  const date = epochDay(day)
  if (Number.isNaN(date)) return undefined
  return groupsOf(facts, date, date + 1, now).find(({ slotId }) => slotId === slot)
}

const isAnswered = ({ doses }: DoseGroup) => doses.every(({ record }) => record?.shown)

/** A phone's clock that runs a little behind the server's thinks that the time has not come. */
const aheadMin = 10
const isAlmostDue = (state: DoseState, { wall }: DoseGroup, now: Moment) =>
  state === 'upcoming' && wall - now.wall <= aheadMin
