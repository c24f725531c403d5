import { startOfCareDate, wallMinute, type EpochDay, type WallMinute } from '../schedule/care-date'
import type { Facts, SlotId } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { inOrderOfDay, slotMinute } from '../hours/slot-minutes'
import { pastToday } from './taken-today'

/** From which dose on a pack is used. */
export interface Beginning {
  firstOn: EpochDay
  firstSlot: SlotId
  /** Doses before it are not asked for: what lies in the past was taken or not, nobody needs to know. */
  trackedFrom: WallMinute
  /** Slots of today from which it was taken already. */
  taken: readonly SlotId[]
}

export interface OfferedBeginning extends Beginning {
  /** Of a radio: `taken:morning` was taken from this pack today, `next:evening` is to come, `tomorrow`. */
  value: string
}

/** Where a pack with these slots may begin, in the order of time. */
export function beginningsOf(
  facts: Facts,
  slots: readonly SlotId[],
  now: Moment,
): OfferedBeginning[] {
  const ordered = inOrderOfDay(facts, slots, now.day)
  const past = pastToday(facts, slots, now)
  const next = ordered.find((slotId) => !past.includes(slotId))
  const tomorrow = beginningOn(facts, slots, now.day + 1, now)
  return [
    ...past.map((slotId) => ({ ...takenToday(past, slotId, now), value: `taken:${slotId}` })),
    ...(next ? [{ ...nextToday(facts, next, now), value: `next:${next}` }] : []),
    ...(tomorrow ? [{ ...tomorrow, value: 'tomorrow' }] : []),
  ]
}

const takenToday = (past: readonly SlotId[], firstSlot: SlotId, now: Moment): Beginning => ({
  firstOn: now.day,
  firstSlot,
  trackedFrom: now.wall,
  taken: past.slice(past.indexOf(firstSlot)),
})

/** Asked for also when its time has come while the form was being filled in. */
export function nextToday(facts: Facts, firstSlot: SlotId, { day, wall }: Moment): Beginning {
  const due = wallMinute(day, slotMinute(facts, firstSlot, day) ?? 0)
  return { firstOn: day, firstSlot, trackedFrom: Math.min(due, wall), taken: [] }
}

/** With the first dose of a care date; of one in the past only what comes from now on is asked for. */
export function beginningOn(
  facts: Facts,
  slots: readonly SlotId[],
  day: EpochDay,
  now: Moment,
): Beginning | null {
  const firstSlot = inOrderOfDay(facts, slots, day)[0]
  if (firstSlot === undefined) return null
  const trackedFrom = day > now.day ? startOfCareDate(day) : now.wall
  return { firstOn: day, firstSlot, trackedFrom, taken: [] }
}

/** What a radio stands for; null for anything that was not offered. */
export function beginningOf(
  value: string,
  facts: Facts,
  slots: readonly SlotId[],
  now: Moment,
): Beginning | null {
  if (value === 'tomorrow') return beginningOn(facts, slots, now.day + 1, now)
  const [kind, slotId = ''] = value.split(':')
  if (!slots.includes(slotId)) return null
  if (kind === 'next') return nextToday(facts, slotId, now)
  const past = pastToday(facts, slots, now)
  return kind === 'taken' && past.includes(slotId) ? takenToday(past, slotId, now) : null
}
