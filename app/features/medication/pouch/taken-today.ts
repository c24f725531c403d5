import type { NewFacts } from '../facts/fact-schema'
import { inOrderOfDay, isPastToday, slotMinute } from '../hours/slot-minutes'
import { wallMinute, type WallMinute } from '../schedule/care-date'
import type { Facts, SlotId } from '../schedule/facts'
import { doseKey } from '../schedule/keys'
import type { Moment } from '../schedule/moment'
import { offsetIn } from '../schedule/wall-time'

/** Slots of today whose time is past already, in the order of the day: 「벌써 드셨어요?」 is asked of these. */
export const pastToday = (facts: Facts, slots: readonly SlotId[], now: Moment): SlotId[] =>
  inOrderOfDay(facts, slots, now.day).filter((slotId) => isPastToday(facts, slotId, now))

/**
 * What was taken today of a medicine before it was written down, as answers at the times they were due: whoever
 * looks at 오늘 later must find that it was taken, and can put the time right there.
 */
export const answersOfTaken = (
  taken: readonly SlotId[],
  courseId: string,
  facts: Facts,
  now: Moment,
  newId: () => string,
): NonNullable<NewFacts['answers']> =>
  taken.map((slotId) => ({
    id: newId(),
    doseKey: doseKey(courseId, now.day, slotId),
    kind: 'taken',
    takenWall: dueToday(facts, slotId, now),
    offsetMin: offsetIn(now.zone, now.instant),
    replaces: [],
    guardPassed: false,
  }))

/** From when a medicine is tracked, so that what was taken of it today is among its doses. */
export const trackedWith = (
  taken: readonly SlotId[],
  trackedFrom: WallMinute,
  facts: Facts,
  now: Moment,
): WallMinute => Math.min(trackedFrom, ...taken.map((slotId) => dueToday(facts, slotId, now)))

const dueToday = (facts: Facts, slotId: SlotId, { day }: Moment): WallMinute =>
  wallMinute(day, slotMinute(facts, slotId, day) ?? 0)
