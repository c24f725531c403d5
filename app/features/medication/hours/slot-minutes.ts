import { wallMinute, type EpochDay } from '../schedule/care-date'
import { rulingsOf } from '../schedule/chain'
import type { Facts, NamedSlot, SlotId } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { minuteOn } from '../schedule/timetable'
import { namedSlots } from '../wording'

/** The minute of a slot on a care date by the person's own hours; null for an exact time without one. */
export function slotMinute(facts: Facts, slotId: SlotId, day: EpochDay): number | null {
  const chain = facts.slotHours.filter((hour) => hour.slotId === slotId)
  return minuteOn(new Map([[slotId, rulingsOf(chain)]]), slotId, day)
}

/** The four times of day, each with its minute. */
export const namedMinutes = (
  facts: Facts,
  day: EpochDay,
): { slotId: NamedSlot; minute: number }[] =>
  namedSlots.map((slotId) => ({ slotId, minute: slotMinute(facts, slotId, day) ?? 0 }))

/** Slots in the order of a day. */
export const inOrderOfDay = (facts: Facts, slots: readonly SlotId[], day: EpochDay): SlotId[] =>
  [...slots].sort((a, b) => (slotMinute(facts, a, day) ?? 0) - (slotMinute(facts, b, day) ?? 0))

/** Whether a slot of today is past already. */
export const isPastToday = (facts: Facts, slotId: SlotId, { day, wall }: Moment): boolean =>
  wallMinute(day, slotMinute(facts, slotId, day) ?? 0) <= wall
