import { slotMinute } from '../hours/slot-minutes'
import { pastToday } from '../pouch/taken-today'
import type { Facts, SlotId } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { isNamedSlot, slotTitle, timeInWords } from '../wording'
import { one, type FormError, type Values } from '../forms/form-values'
import { timeField } from '../forms/typed-numbers'

/** The field of 「오늘 아침 약은 드셨어요?」, as among the beginnings of a pouch. */
export const begunField = 'begin'
/** Sent with the question: whoever sends it unanswered has seen it. */
export const begunAsked = 'begin-asked'

/**
 * Which of today's times that are past were taken, of a medicine that begins today: from the one that is named on.
 * Asked once everything else is right, since only then it is known of which times.
 */
export function begunToday(
  values: Values,
  slots: readonly SlotId[],
  facts: Facts,
  now: Moment,
): { taken: SlotId[] } | { errors: FormError[] } {
  const past = pastToday(facts, slots, now)
  const said = one(values, begunField)
  if (past.length === 0 || said === 'none') return { taken: [] }
  const first = past.findIndex((slotId) => said === valueOf(slotId, facts, now))
  if (first >= 0) return { taken: past.slice(first) }
  const wasAsked = one(values, begunAsked) !== ''
  return { errors: [questionOf(past, facts, now, wasAsked)] }
}

function questionOf(
  past: readonly SlotId[],
  facts: Facts,
  now: Moment,
  wasAsked: boolean,
): FormError {
  const titleOf = (slotId: SlotId) => slotTitle(slotId, slotMinute(facts, slotId, now.day))
  const timeOf = (slotId: SlotId) => timeInWords(slotMinute(facts, slotId, now.day) ?? 0)
  const [only = ''] = past
  const isOne = past.length === 1
  const legend = isOne ? `오늘 ${titleOf(only)}은 드셨어요?` : '오늘 약을 벌써 드셨어요?'
  return {
    fieldId: begunField,
    message: legend,
    question: {
      legend,
      choices: [
        ...past.map((slotId) => ({
          value: valueOf(slotId, facts, now),
          label: isOne ? '네, 먹었어요' : `네, ${titleOf(slotId)}부터 먹었어요`,
          // For an exact time its name says it already.
          ...(isNamedSlot(slotId) ? { detail: timeOf(slotId) } : {}),
        })),
        { value: 'none', label: '아니요' },
      ],
      ...(wasAsked ? { error: '하나를 골라 주세요. 그래야 적을 수 있어요.' } : {}),
    },
  }
}

/** The same when the form is sent again, which gives an exact time another slot. */
const valueOf = (slotId: SlotId, facts: Facts, { day }: Moment): string =>
  `taken:${isNamedSlot(slotId) ? slotId : timeField(slotMinute(facts, slotId, day) ?? 0)}`
