import { factsFrom } from '../facts/facts-from'
import type { EpochDay } from '../schedule/care-date'
import { courseEditFrom } from '../schedule/edit-from'
import type { CourseVersion, Facts } from '../schedule/facts'
import { mergeFacts } from '../schedule/merge-facts'
import type { Moment } from '../schedule/moment'
import { labelOf } from '../courses/course-label'
import { newestVersion, successor, versionsOf } from '../courses/course-versions'
import { countedFrom } from './counted-from'
import { draftOf, type CourseDraft } from './course-draft'
import { one, type FormError, type Outcome, type Values } from '../forms/form-values'

/**
 * An edit of a medicine. Words, meals and limits hold for all its dates; other times, days or amounts from
 * the first date on which nothing has happened yet (`courseEditFrom`).
 */
export const editCourse =
  (courseId: string) =>
  (values: Values, facts: Facts, now: Moment, newId: () => string): Outcome => {
    const course = facts.courses.find(({ id }) => id === courseId)
    const newest = newestVersion(facts, courseId)
    if (!course || !newest) return returned('이 약을 찾지 못했어요. 내 약에서 다시 골라 주세요.')
    if (newest.id !== one(values, 'baseId'))
      return returned('다른 곳에서 먼저 바꿨어요. 뒤로 가서 지금 모습을 봐 주세요.')
    const isNeeded = course.kind === 'as_needed'
    const isPouch = course.kind === 'pouch'
    const first = versionsOf(facts, courseId)[0]?.fromOn ?? now.day
    const from = Math.max(now.day, first)
    const id = newId()
    const draft = draftOf({ values, facts, now, newId, from, isNeeded, isPouch, before: newest })
    if ('errors' in draft) return draft
    const { slotHours, version } = draft
    const label = draft.label === labelOf(facts, courseId) ? newest.label : draft.label
    const words = { ...version, slots: [...version.slots], label }
    if (isSameSchedule(newest, version)) {
      const { fromOn, rule, slots } = newest
      const next = successor(newest, id, { ...words, fromOn, rule, slots: [...slots] })
      if (isSame(next, successor(newest, id, {})))
        return returned('바뀐 것이 없어요. 고치고 나서 눌러 주세요.')
      return {
        facts: { courseVersions: [next] },
        to: `/medication/courses/${courseId}?done=edited`,
      }
    }
    const fromOn = Math.max(editFrom(facts, courseId, draft, now), first)
    const rule = countedFrom(version.rule, fromOn, newest.rule)
    const next = successor(newest, id, { ...words, rule, fromOn })
    const done = fromOn === now.day ? 'edited-today' : 'edited-later'
    return {
      facts: { courseVersions: [next], ...(slotHours.length > 0 ? { slotHours } : {}) },
      to: `/medication/courses/${courseId}?done=${done}`,
    }
  }

const returned = (message: string): { errors: FormError[] } => ({
  errors: [{ fieldId: 'content', message }],
})

/** With the hours that come with the edit: a new exact time may be past already today. */
function editFrom(facts: Facts, courseId: string, draft: CourseDraft, now: Moment): EpochDay {
  const { rule, slots, lastOn } = draft.version
  const writer = { by: facts.ownerId, deviceId: '', at: now.instant, receivedAt: null }
  const known = mergeFacts(facts, factsFrom({ slotHours: draft.slotHours }, writer))
  return courseEditFrom(known, { courseId, rule, slots, lastOn }, now)
}

/** From when an edit of the times would apply as things stand. */
export const editWouldApply = (facts: Facts, version: CourseVersion, now: Moment): EpochDay => {
  const { courseId, rule, slots, lastOn } = version
  const first = versionsOf(facts, courseId)[0]?.fromOn ?? now.day
  return Math.max(courseEditFrom(facts, { courseId, rule, slots, lastOn }, now), first)
}

const isSame = (before: unknown, after: unknown) => JSON.stringify(before) === JSON.stringify(after)

const scheduleOf = ({ rule, slots, lastOn }: Pick<CourseVersion, 'rule' | 'slots' | 'lastOn'>) => [
  Object.entries(rule).sort(),
  slots.map(({ slotId, amount }) => `${slotId} ${amount}`).sort(),
  lastOn,
]

const isSameSchedule = (before: CourseVersion, after: CourseDraft['version']) =>
  isSame(scheduleOf(before), scheduleOf(after))
