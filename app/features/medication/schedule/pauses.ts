import { minutesPerDay, type WallMinute } from './care-date'
import { withoutRetracted } from './retraction'
import type { Pause, ScheduleFacts } from './schedule-facts'

/** Wall time from `from` until just before `to`, which is Infinity while the end is unknown. */
export interface WallInterval {
  from: WallMinute
  to: WallMinute
}

const longestBackdateMin = 31 * minutesPerDay
const confirmAfterMin = 7 * minutesPerDay

export const covers = (intervals: readonly WallInterval[], wall: WallMinute): boolean =>
  intervals.some(({ from, to }) => from <= wall && wall < to)

/** The same wall time as disjoint intervals in order. */
export function united(intervals: readonly WallInterval[]): WallInterval[] {
  const disjoint: WallInterval[] = []
  for (const { from, to } of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = disjoint.at(-1)
    if (from >= to) continue
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else disjoint.push({ from, to })
  }
  return disjoint
}

/** When a pause ends, given all its ends: the earliest; Infinity when nobody named one. */
export function endOf(pause: Pause, facts: ScheduleFacts): WallMinute {
  const ends = facts.pauseEnds.filter(({ pauseId }) => pauseId === pause.id)
  return Math.min(pause.toWall ?? Infinity, ...ends.map(({ toWall }) => toWall))
}

/** While a course is not to be taken, for its own sake or because everything is paused. */
export const pausesOf = (facts: ScheduleFacts, courseId: string): WallInterval[] =>
  united(
    withoutRetracted(facts, facts.pauses)
      .filter((pause) => pause.courseId === null || pause.courseId === courseId)
      .map((pause) => ({ from: pause.fromWall, to: endOf(pause, facts) })),
  )

/** "Still in hospital" may be said afterwards, but not for longer ago than 31 days. */
export const mayPauseFrom = (from: WallMinute, now: WallMinute): boolean =>
  from >= now - longestBackdateMin

/**
 * Pauses without an end that began a week ago or earlier and should be asked about. "Still paused" is
 * written as a new pause from now and an end of the old one, so that the week begins again.
 */
export const pausesToConfirm = (facts: ScheduleFacts, now: WallMinute): readonly Pause[] =>
  withoutRetracted(facts, facts.pauses).filter(
    (pause) => endOf(pause, facts) === Infinity && now - pause.fromWall >= confirmAfterMin,
  )
