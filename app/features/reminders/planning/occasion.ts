import type { DoseGroup } from '~/features/medication/dose-card/dose-groups'
import type { Instant, WallMinute } from '~/features/medication/schedule/care-date'
import type { ShownDose } from '~/features/medication/schedule/dose-state'
import type { Facts } from '~/features/medication/schedule/facts'
import { zoneOn } from '~/features/medication/schedule/moment'
import { snoozedUntil } from '~/features/medication/schedule/snooze'
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

export interface DueTime {
  /** When these are first reminded of: when they are due, or when their last 나중에 ends. */
  first: Instant
  /** The number of that step. */
  firstStep: number
  doses: ShownDose[]
}

/** When what waits of a group is reminded of, the earliest first: together, but for what was put off by itself. */
export function dueTimes(facts: Facts, group: DoseGroup, waiting: readonly ShownDose[]): DueTime[] {
  const ends = facts.snoozes
    .filter(({ groupKey }) => groupKey === group.key)
    .map(({ untilWall }) => untilWall)
  const byWall = new Map<WallMinute, DueTime>()
  for (const dose of waiting) {
    const until = snoozedUntil(facts, group.key, dose.courseId) ?? -Infinity
    const wall = Math.max(group.wall, until)
    const together = byWall.get(wall)
    if (together) together.doses.push(dose)
    else
      byWall.set(wall, {
        first: instantOf(wall, zoneOn(facts, group.day)),
        firstStep: ends.filter((end) => end <= until).length * stepsOfASnooze,
        doses: [dose],
      })
  }
  return [...byWall.values()].sort((a, b) => a.first - b.first)
}
