import { chainOf } from '../schedule/chain'
import { hoursEditFrom } from '../schedule/edit-from'
import type { Facts, NamedSlot, SlotHour, SlotId } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { usualMinutes } from '../schedule/timetable'
import { namedSlots, slotNames } from '../wording'
import { one, type FormError, type Outcome, type Values } from '../forms/form-values'
import { readTime } from '../forms/typed-numbers'

/** The hour of a slot that was written down last, also when it only begins tomorrow. */
export const newestHour = (facts: Facts, slotId: SlotId): SlotHour | undefined =>
  chainOf(facts.slotHours.filter((hour) => hour.slotId === slotId)).at(-1)

export const newestMinute = (facts: Facts, slotId: NamedSlot): number =>
  newestHour(facts, slotId)?.minute ?? usualMinutes[slotId]

/** The person's own hours: for each time of day that was changed, the next of its chain. */
export function setHours(values: Values, facts: Facts, now: Moment, newId: () => string): Outcome {
  const errors: FormError[] = []
  const minutes = new Map<NamedSlot, number>()
  for (const slotId of namedSlots) {
    const minute = minuteIn(one(values, slotId), slotId)
    const twin = namedSlots.find((other) => minutes.get(other) === minute)
    if (minute === null) errors.push({ fieldId: slotId, message: messageFor(slotId) })
    else if (twin)
      errors.push({
        fieldId: slotId,
        message: `${slotNames[twin]}과 ${slotNames[slotId]} 시간이 같아요. 하나를 바꿔 주세요.`,
      })
    else minutes.set(slotId, minute)
  }
  if (errors.length > 0) return { errors }
  const changed = [...minutes].filter(([slotId, minute]) => newestMinute(facts, slotId) !== minute)
  if (changed.length === 0) {
    const message = '바뀐 시간이 없어요. 시간을 고치고 눌러 주세요.'
    return { errors: [{ fieldId: 'morning', message }] }
  }
  const slotHours = changed.map(([slotId, minute]) => ({
    id: newId(),
    slotId,
    baseId: newestHour(facts, slotId)?.id ?? null,
    fromOn: hoursEditFrom(facts, slotId, minute, now),
    minute,
  }))
  return { facts: { slotHours }, to: '/medication/hours?done=hours' }
}

/** Only bedtime may lie after midnight: 00:30 still belongs to the evening. */
function minuteIn(typed: string, slotId: NamedSlot): number | null {
  const minute = readTime(typed)
  return minute !== null && minute >= 1440 && slotId !== 'bedtime' ? null : minute
}

const messageFor = (slotId: NamedSlot): string =>
  slotId === 'bedtime'
    ? '자기 전 시간을 알 수 없어요. 몇 시 몇 분인지 골라 주세요.'
    : `${slotNames[slotId]} 시간을 알 수 없어요. 오전 4시 뒤로 골라 주세요.`
