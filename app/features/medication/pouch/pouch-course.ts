import { validate } from 'uuid'
import type { EpochDay } from '../schedule/care-date'
import type { Facts, NamedSlot } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { isNamedSlot, namedSlots } from '../wording'
import { all, one, type Act, type FormError, type Outcome, type Values } from '../forms/form-values'
import { beginningOf, beginningOn, type Beginning } from './pouch-beginnings'
import { answersOfTaken, trackedWith } from './taken-today'
import { readDate } from '../forms/typed-dates'
import { readWhole } from '../forms/typed-numbers'

export const mostPackDays = 365
/** Further away than this is a slip of the finger in the date, days. */
export const furthestBeginDays = 400
/** Shorter courses end with their pack; longer ones are usually fetched again. */
export const endsWithPackBelowDays = 14

/** The chosen times of day, in the order of the day, each once. */
export function slotsIn(values: Values): NamedSlot[] {
  const chosen = all(values, 'slot').filter(isNamedSlot)
  return namedSlots.filter((slotId) => chosen.includes(slotId))
}

export const noSlot: FormError[] = [
  { fieldId: 'slot', message: '고른 때가 없어요. 봉지가 있는 때를 골라 주세요.' },
]

/** What the first of the two steps sends as `step`: when the person takes something is in no address. */
export const slotsStep = 'slots'

/** The pouches of some times of day for a number of days: one course, its version, its pack, what was taken today. */
export const enterPouch: Act = (values, facts, now, newId) =>
  pouchOf(values, facts, now, newId, true)

/** The same by whoever helps: they say from where the pack counts, and answer nothing in the other's name. */
export const enterPouchForOther: Act = (values, facts, now, newId) =>
  pouchOf(values, facts, now, newId, false)

function pouchOf(
  values: Values,
  facts: Facts,
  now: Moment,
  newId: () => string,
  isOwn: boolean,
): Outcome {
  const errors: FormError[] = []
  const slots = slotsIn(values)
  if (slots.length === 0) errors.push(...noSlot)
  if (one(values, 'step') === slotsStep) return { errors }
  const days = readWhole(one(values, 'days'), 1, mostPackDays)
  if (days === null) errors.push({ fieldId: 'days', message: daysMessage(one(values, 'days')) })
  const beginning = slots.length > 0 ? beginningIn(values, facts, slots, now) : null
  if (typeof beginning === 'string') errors.push({ fieldId: fieldOf(values), message: beginning })
  else if (beginning && days !== null && beginning.firstOn + days <= now.day)
    errors.push({
      fieldId: fieldOf(values),
      message: usedUpMessage,
    })
  if (errors.length > 0 || days === null || !beginning || typeof beginning === 'string')
    return { errors }
  const courseId = newId()
  const { firstOn, firstSlot } = beginning
  const taken = isOwn ? beginning.taken : []
  const trackedFrom = trackedWith(taken, beginning.trackedFrom, facts, now)
  return {
    to: `/medication/courses/${courseId}?done=added`,
    facts: {
      courses: [
        {
          id: courseId,
          kind: 'pouch',
          label: '약봉지',
          trackedFrom,
          endsWithPack: days < endsWithPackBelowDays,
        },
      ],
      courseVersions: [
        {
          id: newId(),
          baseId: null,
          courseId,
          fromOn: firstOn,
          lastOn: null,
          rule: { kind: 'daily' },
          slots: slots.map((slotId) => ({ slotId, amount: 1000 })),
          meal: null,
          minGapMin: null,
          max24h: null,
          amount: null,
          unit: '포',
          label: null,
          instruction: null,
        },
      ],
      packs: [{ id: newId(), courseId, firstOn, firstSlot, days, amount: null }],
      ...(taken.length > 0 ? { answers: answersOfTaken(taken, courseId, facts, now, newId) } : {}),
      ...(validate(one(values, 'photoId'))
        ? { photos: [{ id: one(values, 'photoId'), courseId }] }
        : {}),
    },
  }
}

export const usedUpMessage = '그날부터면 벌써 다 드셨어요. 날짜나 며칠치인지 봐 주세요.'

export const daysMessage = (typed: string): string =>
  typed === ''
    ? '며칠치인지 비어 있어요. 봉지나 약국 종이를 보고 적어 주세요.'
    : `며칠치인지 알 수 없어요. 1부터 ${mostPackDays}까지 숫자로 적어 주세요.`

const fieldOf = (values: Values) => (one(values, 'begin') === 'other' ? 'beginOn' : 'begin')

/** Or a sentence about what is wrong with it. */
function beginningIn(
  values: Values,
  facts: Facts,
  slots: readonly NamedSlot[],
  now: Moment,
): Beginning | string {
  const asked = one(values, 'begin')
  if (asked === 'other') {
    const day = readDate(one(values, 'beginOn'))
    if (day === null) return '날짜가 비어 있어요. 처음 드시는 날을 골라 주세요.'
    if (isFar(day, now)) return '날짜가 너무 멀어요. 연도와 달을 다시 봐 주세요.'
    return beginningOn(facts, slots, day, now) ?? '언제부터인지 골라 주세요.'
  }
  return (
    beginningOf(asked, facts, slots, now) ??
    '언제부터인지 알 수 없어요. 처음 드시는 때를 골라 주세요.'
  )
}

const isFar = (day: EpochDay, now: Moment) => Math.abs(day - now.day) > furthestBeginDays
