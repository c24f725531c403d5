import { pausesNow } from '../pauses/pause-course'
import { chainOf, groupedBy } from '../schedule/chain'
import type { CourseVersion, Facts, SlotHour } from '../schedule/facts'
import { momentOf } from '../schedule/moment'
import type { Version } from '../schedule/schedule-facts'
import type { Change } from './list-changes'

/** What a change made of something, and what it was before: null where there was nothing. */
export interface Step<V> {
  before: V | null
  after: V
}

/** The version of the medicine that the change came to; several in one change are one step. */
export const versionStep = (change: Change, facts: Facts): Step<CourseVersion> | null =>
  stepOf(change.courseVersions, facts.courseVersions)

/** The same of each time of day. */
export const hourSteps = (change: Change, facts: Facts): Step<SlotHour>[] =>
  [...groupedBy(change.slotHours, ({ slotId }) => slotId).values()].flatMap(
    (hours) => stepOf(hours, facts.slotHours) ?? [],
  )

function stepOf<V extends Version>(changed: readonly V[], all: readonly V[]): Step<V> | null {
  const ids = new Set(changed.map(({ id }) => id))
  const roots = changed.filter(({ baseId }) => baseId === null || !ids.has(baseId))
  const [root] = roots
  if (!root) return null
  const after = chainOf(changed.map((one) => (one === root ? { ...one, baseId: null } : one))).at(
    -1,
  )
  const before = all.find(({ id }) => id === root.baseId) ?? null
  return after ? { before, after: changed.find(({ id }) => id === after.id) ?? after } : null
}

/** Whether the medicine was paused just before the change, and is just after it. Later facts are not asked. */
export function pausedAround(change: Change, facts: Facts): { before: boolean; after: boolean } {
  const { courseId, at } = change
  const ofChange = new Set([...change.pauses, ...change.pauseEnds].map(({ id }) => id))
  const earlier = <F extends { id: string; at: number }>(list: readonly F[]) =>
    list.filter((fact) => fact.at <= at && !ofChange.has(fact.id))
  const before = {
    ...facts,
    pauses: earlier(facts.pauses),
    pauseEnds: earlier(facts.pauseEnds),
    retractions: earlier(facts.retractions),
  }
  const after = {
    ...before,
    pauses: [...before.pauses, ...change.pauses],
    pauseEnds: [...before.pauseEnds, ...change.pauseEnds],
  }
  const moment = momentOf(facts, at)
  const isPaused = (known: Facts) => pausesNow(known, courseId, moment).length > 0
  return { before: isPaused(before), after: isPaused(after) }
}
