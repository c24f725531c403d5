import { wallMinute } from '../schedule/care-date'
import { plansOf, type Plan } from '../schedule/due-doses'
import type { Course, CourseVersion, Facts, Pack, SlotId } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { nextOccurrence } from '../schedule/recurrence'
import { withoutRetracted } from '../schedule/retraction'
import { stockOf } from '../schedule/stock'
import { packArrives } from '../schedule/stock-arrivals'
import { minuteOn } from '../schedule/timetable'
import { newestVersion } from '../courses/course-versions'
import { one, type Outcome, type Values } from '../forms/form-values'
import { beginningsOf } from '../pouch/pouch-beginnings'
import { daysMessage, mostPackDays } from '../pouch/pouch-course'
import { readAmount, readWhole } from '../forms/typed-numbers'

const packsOf = (facts: Facts, courseId: string): Pack[] =>
  withoutRetracted(facts, facts.packs)
    .filter((pack) => pack.courseId === courseId)
    .sort((a, b) => b.firstOn - a.firstOn || (a.id < b.id ? 1 : -1))

/** The one that is begun last, which is the one written down last. */
export const newestPack = (facts: Facts, courseId: string): Pack | undefined =>
  packsOf(facts, courseId)[0]

/** One was handed out that is not begun yet: it is no part of what is counted now. */
export function hasUnbegunPack(facts: Facts, courseId: string, now: Moment): boolean {
  const plan = plansOf(facts).get(courseId)
  const newest = newestPack(facts, courseId)
  return plan !== undefined && newest !== undefined && packArrives(facts, plan, newest) > now.wall
}

/** The newest pack of those that are written down as the next would be: by days, or so many for when it is needed. */
export function newestAlike(facts: Facts, { id, kind }: Course): Pack | undefined {
  return packsOf(facts, id).find(({ days }) => (days === null) === (kind === 'as_needed'))
}

/** 새 약 받았어요: a pack that is begun when the present one is used up. */
export function receivePack(
  courseId: string,
  values: Values,
  facts: Facts,
  now: Moment,
  newId: () => string,
): Outcome {
  const plan = plansOf(facts).get(courseId)
  const version = newestVersion(facts, courseId)
  if (!plan || !version)
    return { errors: [{ fieldId: 'days', message: '이 약을 찾지 못했어요. 내 약에서 봐 주세요.' }] }
  const isByAmount = plan.course.kind === 'as_needed'
  const typed = one(values, isByAmount ? 'amount' : 'days')
  const days = isByAmount ? null : readWhole(typed, 1, mostPackDays)
  const amount = isByAmount ? readAmount(typed) : null
  if (days === null && amount === null)
    return {
      errors: [
        isByAmount
          ? {
              fieldId: 'amount',
              message: '받은 수를 알 수 없어요. 몇인지 숫자로 적어 주세요.',
            }
          : { fieldId: 'days', message: daysMessage(typed) },
      ],
    }
  const pack = { id: newId(), courseId, ...nextDose(facts, plan, version, now), days, amount }
  return { to: `/medication/courses/${courseId}?done=packed`, facts: { packs: [pack] } }
}

/** The first dose that nothing is left for, or the next one when nothing is left at all. */
function nextDose(facts: Facts, plan: Plan, version: CourseVersion, now: Moment) {
  const { rule } = version
  const slots = version.slots.map(({ slotId }) => slotId)
  const after = stockOf(facts, plan.course.id, now).flatMap(({ slotId, earliestOn }) => {
    if (earliestOn === null) return []
    const day = nextOccurrence(rule, Math.max(earliestOn + 1, version.fromOn))
    if (day === null) return []
    const meant = slotId === null ? slots : slots.filter((slot) => slot === slotId)
    return meant.map((slot) => ({
      firstOn: day,
      firstSlot: slot,
      wall: wallMinute(day, minuteOn(plan.hours, slot, day) ?? 0),
    }))
  })
  const [first] = after.sort((a, b) => a.wall - b.wall)
  if (first && first.wall > now.wall) return { firstOn: first.firstOn, firstSlot: first.firstSlot }
  const next = beginningsOf(facts, slots, now).find(({ value }) => !value.startsWith('taken'))
  const usual: SlotId = 'morning'
  return { firstOn: next?.firstOn ?? now.day, firstSlot: next?.firstSlot ?? usual }
}

/** A pack that was written down by mistake. */
export const takeBackPack = (courseId: string, packId: string, newId: () => string): Outcome => ({
  to: `/medication/courses/${courseId}?done=unpacked`,
  facts: { retractions: [{ id: newId(), factId: packId }] },
})
