import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import type { SlotId } from '../schedule/facts'
import { stockOf } from '../schedule/stock'
import { one, type FormError, type Outcome, type Values } from '../forms/form-values'
import { readAmount } from '../forms/typed-numbers'

/** The field in which the rest of a slot, or of a box that all slots share, is counted. */
export const countField = (slotId: SlotId | null): string => `left-${slotId ?? 'all'}`

/** Somebody counted what is left: of everything that lies apart, as far as a field was filled in. */
export function countStock(
  courseId: string,
  values: Values,
  facts: Facts,
  now: Moment,
  newId: () => string,
): Outcome {
  const errors: FormError[] = []
  const shelves = stockOf(facts, courseId, now)
  const stockCounts = shelves.flatMap(({ slotId }) => {
    const typed = one(values, countField(slotId))
    if (typed === '') return []
    const left = /^0+$/.test(typed.normalize('NFKC')) ? 0 : readAmount(typed)
    if (left === null) {
      const message = '몇 개인지 알 수 없어요. 남은 수를 숫자로 적어 주세요.'
      errors.push({ fieldId: countField(slotId), message })
      return []
    }
    return [{ id: newId(), courseId, slotId, countedWall: now.wall, left }]
  })
  if (errors.length === 0 && stockCounts.length === 0) {
    const message = '적은 수가 없어요. 남은 약을 세어서 적어 주세요.'
    errors.push({ fieldId: countField(shelves[0]?.slotId ?? null), message })
  }
  if (errors.length > 0) return { errors }
  return { to: `/medication/courses/${courseId}?done=counted`, facts: { stockCounts } }
}
