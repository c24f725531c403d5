import type { NewFacts } from '../facts/fact-schema'
import type { CourseVersion, Facts, SlotAmount } from '../schedule/facts'
import type { EpochDay } from '../schedule/care-date'
import type { Moment } from '../schedule/moment'
import { isNamedSlot, slotNames } from '../wording'
import { one, type FormError, type Values } from '../forms/form-values'
import { slotsIn } from '../pouch/pouch-course'
import { slotMinute } from '../hours/slot-minutes'
import { readTime } from '../forms/typed-numbers'

/** Fields for exact times, beside the four times of day. */
export const exactTimeFields = ['time1', 'time2', 'time3'] as const

interface DoseTimes {
  slots: SlotAmount[]
  slotHours: NonNullable<NewFacts['slotHours']>
}

interface TimesOf {
  values: Values
  facts: Facts
  now: Moment
  newId: () => string
  from: EpochDay
  before?: CourseVersion
}

/**
 * The chosen times of day and the exact times. An exact time that the medicine had already keeps its slot,
 * and so its answers; a new one gets a slot of its own. A slot keeps its own amount while the amount that
 * the form shows is not changed.
 */
export function readDoseTimes(
  { values, facts, now, newId, from, before }: TimesOf,
  amount: number,
): DoseTimes | { errors: FormError[] } {
  const errors: FormError[] = []
  const known = new Map(before?.slots.map((slot) => [slot.slotId, slot.amount]))
  const isSameAmount = amount === before?.slots[0]?.amount
  const withAmount = (slotId: string): SlotAmount => ({
    slotId,
    amount: isSameAmount ? (known.get(slotId) ?? amount) : amount,
  })
  const named = slotsIn(values)
  const slots = named.map(withAmount)
  const slotHours: DoseTimes['slotHours'] = []
  const minutes = new Set<number>()
  for (const field of exactTimeFields) {
    const typed = one(values, field)
    const minute = readTime(typed)
    if (typed !== '' && minute === null)
      errors.push({ fieldId: field, message: '시각을 알 수 없어요. 몇 시 몇 분인지 골라 주세요.' })
    if (minute === null || minutes.has(minute)) continue
    minutes.add(minute)
    const alike = named.find((slotId) => slotMinute(facts, slotId, now.day) === minute)
    // The same medicine twice at one time would be twice the dose.
    if (alike)
      errors.push({
        fieldId: field,
        message: `${slotNames[alike]}과 같은 시각이에요. 둘 가운데 하나만 적어 주세요.`,
      })
    const had = [...known.keys()].find(
      (slotId) => !isNamedSlot(slotId) && slotMinute(facts, slotId, now.day) === minute,
    )
    const slotId = had ?? newId()
    slots.push(withAmount(slotId))
    if (!had)
      slotHours.push({ id: newId(), baseId: null, slotId, fromOn: Math.min(from, now.day), minute })
  }
  if (slots.length === 0 && errors.length === 0)
    errors.push({
      fieldId: 'slot',
      message: '드시는 때가 없어요. 때를 고르거나 시각을 적어 주세요.',
    })
  return errors.length > 0 ? { errors } : { slots, slotHours }
}
