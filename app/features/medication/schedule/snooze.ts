import type { WallMinute } from './care-date'
import type { Facts, Snooze } from './facts'

/** Every 나중에 of a group (`care date|slot`) that concerns one of its medicines: its own, and those of the group. */
export const snoozesOf = (
  { snoozes }: Pick<Facts, 'snoozes'>,
  group: string,
  courseId: string,
): Snooze[] =>
  snoozes.filter(
    (one) => one.groupKey === group && (one.courseId === undefined || one.courseId === courseId),
  )

/** Until when the pushes of a medicine of a group wait, or null: the latest of all devices' 나중에. */
export function snoozedUntil(
  facts: Pick<Facts, 'snoozes'>,
  group: string,
  courseId: string,
): WallMinute | null {
  const until = snoozesOf(facts, group, courseId).map(({ untilWall }) => untilWall)
  return until.length === 0 ? null : Math.max(...until)
}
