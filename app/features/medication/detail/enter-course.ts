import { startOfCareDate, type EpochDay } from '../schedule/care-date'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { nextOccurrence, occursOn } from '../schedule/recurrence'
import { factsFrom } from '../facts/facts-from'
import { mergeFacts } from '../schedule/merge-facts'
import { begunToday } from './begun-today'
import { draftOf, type CourseDraft } from './course-draft'
import { inFormOrder } from './form-order'
import { one, type Act, type FormError, type Outcome, type Values } from '../forms/form-values'
import { beginningOn, nextToday } from '../pouch/pouch-beginnings'
import { answersOfTaken, trackedWith } from '../pouch/taken-today'
import {
  daysMessage,
  endsWithPackBelowDays,
  furthestBeginDays,
  mostPackDays,
  usedUpMessage,
} from '../pouch/pouch-course'
import { inOrderOfDay, isPastToday } from '../hours/slot-minutes'
import { readDate } from '../forms/typed-dates'
import { readWhole } from '../forms/typed-numbers'

/** One medicine in detail: its course, its version, hours of exact times, a pack if one was named, what was taken today. */
export const enterCourse: Act = (values, facts, now, newId) =>
  courseOf(values, facts, now, newId, true)

/** The same by whoever helps: what was taken says from where the pack counts, and answers nothing in the other's name. */
export const enterCourseForOther: Act = (values, facts, now, newId) =>
  courseOf(values, facts, now, newId, false)

function courseOf(
  values: Values,
  facts: Facts,
  now: Moment,
  newId: () => string,
  isOwn: boolean,
): Outcome {
  const courseId = newId()
  const isNeeded = one(values, 'kind') === 'needed'
  const errors: FormError[] = []
  const from = one(values, 'fromOn') === '' ? now.day : readDate(one(values, 'fromOn'))
  if (from === null)
    errors.push({ fieldId: 'fromOn', message: '시작하는 날을 알 수 없어요. 날짜를 골라 주세요.' })
  else if (Math.abs(from - now.day) > furthestBeginDays)
    errors.push({
      fieldId: 'fromOn',
      message: '시작하는 날이 너무 멀어요. 1년 안에서 골라 주세요.',
    })
  const fromOn = from ?? now.day
  const isPouch = false
  const draft = draftOf({ values, facts, now, newId, from: fromOn, isNeeded, isPouch })
  const typedDays = isNeeded ? '' : one(values, 'days')
  const days = typedDays === '' ? null : readWhole(typedDays, 1, mostPackDays)
  if (typedDays !== '' && days === null)
    errors.push({ fieldId: 'days', message: daysMessage(typedDays) })
  if ('errors' in draft) return { errors: inFormOrder([...draft.errors, ...errors]) }
  if (errors.length > 0) return { errors: inFormOrder(errors) }
  const known = withHours(draft, facts, now)
  const ids = draft.version.slots.map(({ slotId }) => slotId)
  const isToday = fromOn === now.day && !isNeeded && occursOn(draft.version.rule, now.day)
  const begun =
    isToday && (isOwn || days !== null) ? begunToday(values, ids, known, now) : { taken: [] }
  if ('errors' in begun) return begun
  const [first] = begun.taken
  const answered = isOwn ? begun.taken : []
  const trackedFrom = trackedWith(
    answered,
    fromOn > now.day ? startOfCareDate(fromOn) : now.wall,
    known,
    now,
  )
  const pack =
    days === null
      ? null
      : first === undefined
        ? firstDose(draft, known, fromOn, now)
        : { firstOn: now.day, firstSlot: first, trackedFrom }
  if (pack && days !== null && isUsedUp(draft, pack.firstOn, days, now))
    return { errors: [{ fieldId: 'fromOn', message: usedUpMessage }] }
  return {
    to: `/medication/courses/${courseId}?done=added`,
    facts: {
      courses: [
        {
          id: courseId,
          kind: isNeeded ? 'as_needed' : 'single',
          label: draft.label,
          trackedFrom: Math.min(trackedFrom, pack?.trackedFrom ?? Infinity),
          endsWithPack: days !== null && days < endsWithPackBelowDays,
        },
      ],
      courseVersions: [
        {
          ...draft.version,
          slots: [...draft.version.slots],
          id: newId(),
          baseId: null,
          courseId,
          fromOn,
          label: null,
        },
      ],
      ...(draft.slotHours.length > 0 ? { slotHours: draft.slotHours } : {}),
      ...(answered.length > 0
        ? { answers: answersOfTaken(answered, courseId, known, now, newId) }
        : {}),
      ...(pack ? { packs: [{ id: newId(), courseId, ...packOf(pack), days, amount: null }] } : {}),
    },
  }
}

const packOf = ({ firstOn, firstSlot }: { firstOn: EpochDay; firstSlot: string }) => ({
  firstOn,
  firstSlot,
})

/** The facts with the hours of the draft's exact times. */
function withHours({ slotHours }: CourseDraft, facts: Facts, now: Moment): Facts {
  const writer = { by: facts.ownerId, deviceId: '', at: now.instant, receivedAt: null }
  return mergeFacts(facts, factsFrom({ slotHours }, writer))
}

/** The first dose of the pack: of one begun before today its first day, else what comes next. */
function firstDose(draft: CourseDraft, known: Facts, fromOn: EpochDay, now: Moment) {
  const { rule, slots } = draft.version
  const ids = slots.map(({ slotId }) => slotId)
  const coming = inOrderOfDay(known, ids, now.day).find((id) => !isPastToday(known, id, now))
  if (fromOn === now.day && occursOn(rule, now.day) && coming) return nextToday(known, coming, now)
  const day = nextOccurrence(rule, fromOn === now.day ? now.day + 1 : fromOn)
  return day === null ? null : beginningOn(known, ids, day, now)
}

/** Whether the days before today took every dose of the pack. */
function isUsedUp({ version: { rule } }: CourseDraft, from: EpochDay, days: number, now: Moment) {
  let used = 0
  let day = nextOccurrence(rule, from)
  for (; day !== null && day < now.day && used < days; used++) day = nextOccurrence(rule, day + 1)
  return used === days
}
