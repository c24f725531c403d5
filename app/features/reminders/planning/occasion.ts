import type { DoseGroup } from '~/features/medication/dose-card/dose-groups'
import type { Instant } from '~/features/medication/schedule/care-date'
import type { Facts } from '~/features/medication/schedule/facts'
import { zoneOn } from '~/features/medication/schedule/moment'
import { instantOf } from '~/features/medication/schedule/wall-time'
import type { PushAbout } from '../push-message'
import type { ReminderWords } from './reminder-words'

/** Something to be reminded of, and every moment at which that is done. */
export interface Occasion extends ReminderWords {
  about: PushAbout
  /**
   * As a send has it, with dates in epoch days: `<care date>|dose|<slot>`, `<care date>|warn|<slot>`,
   * `<care date>|ladder|<step>`, `<date>|card`, `<date in UTC>|test|<ms>` or `<date in UTC>|family|<id>`.
   */
  key: string
  /** Whose place on the phone it takes, when that is not its own. */
  insteadOf?: string
  /** For how long it is of use, when that is not as long as other reminders. */
  lastsMs?: number
  /** The number of the first of `times`; later ones count on. */
  firstStep: number
  times: readonly Instant[]
}

export const doseKeyOf = ({ day, slotId }: Pick<DoseGroup, 'day' | 'slotId'>) =>
  `${day}|dose|${slotId}`

/** So many steps each 나중에 has to itself: more than there are repeats. */
const stepsOfASnooze = 10

/** When a group is first reminded of: when it is due, or when the last 나중에 ends; and the number of that step. */
export function dueTimes(facts: Facts, group: DoseGroup): { first: Instant; firstStep: number } {
  const snoozes = facts.snoozes.filter(({ groupKey }) => groupKey === group.key)
  const wall = Math.max(group.wall, ...snoozes.map(({ untilWall }) => untilWall))
  const first = instantOf(wall, zoneOn(facts, group.day))
  return { first, firstStep: snoozes.length * stepsOfASnooze }
}
