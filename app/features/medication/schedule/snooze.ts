import type { WallMinute } from './care-date'
import type { Facts } from './facts'

/** Until when the pushes of a group (`care date|slot`) wait, or null: the latest of all devices' 나중에. */
export function snoozedUntil(
  { snoozes }: Pick<Facts, 'snoozes'>,
  group: string,
): WallMinute | null {
  const until = snoozes.filter(({ groupKey }) => groupKey === group).map((one) => one.untilWall)
  return until.length === 0 ? null : Math.max(...until)
}
