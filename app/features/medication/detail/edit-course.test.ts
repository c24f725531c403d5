import { expect, test } from 'vitest'
import { newFactsSchema } from '../facts/fact-schema'
import { labelOf } from '../courses/course-label'
import type { Facts } from '../schedule/facts'
import type { Rule } from '../schedule/recurrence'
import { mergeFacts } from '../schedule/merge-facts'
import { answer, course, having, keyOf, now, on, slotsOf, version } from '../schedule/test-facts'
import { courseState } from '../courses/course-state'
import { newestVersion } from '../courses/course-versions'
import { valuesOfCourse } from './course-values'
import { editCourse } from './edit-course'
import { endCourse, reviveCourse } from '../courses/end-course'
import type { Values } from '../forms/form-values'
import { dosesFrom, newIds, withForm, written, wrongFields } from '../forms/test-forms'

const id = '019ab2c4-0000-7000-8000-000000000001'
const versionId = '019ab2c4-0000-7000-8000-000000000002'
const pill = course({ id, kind: 'single', label: '혈얍약' })
const first = version(pill, { id: versionId, slots: slotsOf('morning', 'evening'), unit: '알' })
const pills = having({ courses: [pill], courseVersions: [first] })
const taken = mergeFacts(pills, {
  answers: [answer(keyOf(pill, '2027-03-01', 'morning'), 'taken', '2027-03-01 07:00')],
})
const six = now('2027-03-01 06:00')
const seven = now('2027-03-01 07:10')

const edit = (facts: Facts, values: Values, at = six) => {
  const shown = valuesOfCourse(facts, newestVersion(facts, id) ?? first, at)
  return editCourse(id)({ ...shown, ...values }, facts, at, newIds())
}
const doses = (facts: Facts) => dosesFrom(facts, '2027-03-01', '2027-03-03')

test('before the first dose of the day an edit applies today', () => {
  const outcome = edit(pills, { slot: ['noon'] })
  expect(doses(withForm(pills, outcome))).toEqual(['0 noon', '1 noon'])
  expect(outcome).toMatchObject({ to: expect.stringContaining('edited-today') as string })
})

test('after an answer it applies tomorrow, and says so', () => {
  const outcome = edit(taken, { slot: ['noon'] }, seven)
  expect(doses(withForm(taken, outcome))).toEqual(['0 morning', '0 evening', '1 noon'])
  expect(outcome).toMatchObject({ to: expect.stringContaining('edited-later') as string })
})

test('a new exact time that is past already begins tomorrow', () => {
  const after = withForm(pills, edit(pills, { slot: [], time1: ['05:30'] }))
  expect(dosesFrom(after, '2027-03-01', '2027-03-02')).toEqual(['0 morning', '0 evening'])
})

test('an exact time that stays keeps its slot, a new one gets another', () => {
  const withTime = withForm(pills, edit(pills, { slot: [], time1: ['09:00'] }))
  const slotId = newestVersion(withTime, id)?.slots[0]?.slotId
  const more = withForm(withTime, edit(withTime, { time2: ['21:00'] }))
  expect(newestVersion(more, id)?.slots).toHaveLength(2)
  expect(newestVersion(more, id)?.slots[0]?.slotId).toBe(slotId)
})

test('a name is put right for all dates, and moves no dose', () => {
  const after = withForm(taken, edit(taken, { label: ['혈압약'] }, seven))
  expect(labelOf(after, id)).toBe('혈압약')
  expect(newestVersion(after, id)?.fromOn).toBe(first.fromOn)
  expect(doses(after)).toEqual(doses(taken))
  const again = withForm(after, edit(after, { meal: ['before'] }, seven))
  expect(labelOf(again, id)).toBe('혈압약')
})

test('days are counted anew only when they change', () => {
  const every = withForm(taken, edit(taken, { rule: ['every'], every: ['3'] }, seven))
  expect(newestVersion(every, id)?.rule).toEqual({ kind: 'every', anchor: on('2027-03-02'), n: 3 })
  const later = now('2027-03-04 06:00')
  const after = withForm(every, edit(every, { slot: ['noon'] }, later))
  expect(newestVersion(after, id)?.rule).toEqual({ kind: 'every', anchor: on('2027-03-02'), n: 3 })
})

const withRule = (rule: Rule) =>
  having({ courses: [pill], courseVersions: [{ ...first, rule, slots: slotsOf('morning') }] })
const daysOf = (facts: Facts) =>
  dosesFrom(facts, '2027-03-01', '2027-03-20').map((dose) => parseInt(dose))

test('other days between two doses are counted from the last one, which was today', () => {
  const facts = withRule({ kind: 'every', anchor: on('2027-02-26'), n: 3 })
  const nine = now('2027-03-01 09:00')
  expect(daysOf(facts)).toEqual([0, 3, 6, 9, 12, 15, 18])
  expect(daysOf(withForm(facts, edit(facts, { every: ['5'] }, nine)))).toEqual([0, 5, 10, 15])
  expect(daysOf(withForm(facts, edit(facts, { every: ['2'] }, nine))).slice(0, 3)).toEqual([
    0, 2, 4,
  ])
})

test.each<[what: string, began: string, values: Values, days: number[]]>([
  ['a longer rest goes on', '2027-02-26', { cycleOff: ['5'] }, [4, 5, 11, 12]],
  ['a rest that has been long enough is over', '2027-02-25', { cycleOff: ['1'] }, [0, 1, 3]],
  ['more days of taking go on', '2027-03-01', { cycleOn: ['4'] }, [0, 1, 2, 3, 7]],
  ['who took it long enough rests', '2027-02-28', { cycleOn: ['1'] }, [3, 7, 11]],
])('%s', (_, began, values, days) => {
  const facts = withRule({ kind: 'cycle', anchor: on(began), on: 2, off: 3 })
  const after = withForm(facts, edit(facts, values))
  expect(daysOf(after).slice(0, days.length)).toEqual(days)
})

test('a course that has not begun does not begin earlier by an edit', () => {
  const future = having({
    courses: [pill],
    courseVersions: [{ ...first, fromOn: on('2027-04-01') }],
  })
  const after = withForm(future, edit(future, { slot: ['noon'] }))
  expect(newestVersion(after, id)?.fromOn).toBe(on('2027-04-01'))
})

test('slots of unequal amounts keep theirs while the amount is not changed', () => {
  const slots = [
    { slotId: 'morning', amount: 2000 },
    { slotId: 'evening', amount: 1000 },
  ]
  const unequal = having({ courses: [pill], courseVersions: [{ ...first, slots }] })
  const after = withForm(unequal, edit(unequal, { meal: ['after'] }))
  expect(newestVersion(after, id)?.slots).toEqual(slots)
})

test('nothing has changed whatever the order in which a database gives it', () => {
  const slots = [{ amount: 1000, slotId: 'morning' }]
  const rule = { n: 3, anchor: on('2027-03-01'), kind: 'every' as const }
  const stored = having({ courses: [pill], courseVersions: [{ ...first, slots, rule }] })
  expect(wrongFields(edit(stored, {}))).toEqual(['content'])
})

test('what was changed elsewhere meanwhile, nothing at all, and nonsense come back', () => {
  const other = withForm(pills, edit(pills, { slot: ['noon'] }))
  expect(wrongFields(edit(other, { baseId: [versionId], slot: ['bedtime'] }))).toEqual(['content'])
  expect(wrongFields(edit(pills, {}))).toEqual(['content'])
  expect(wrongFields(edit(pills, { rule: [] }))).toEqual(['rule'])
  expect(wrongFields(editCourse('none')({}, pills, six, newIds()))).toEqual(['content'])
})

test('whatever is accepted fits the schema of the command', () => {
  const outcome = edit(pills, {
    time1: ['09:00'],
    rule: ['cycle'],
    cycleOn: ['21'],
    cycleOff: ['7'],
  })
  expect(newFactsSchema.safeParse(written(outcome)).error).toBeUndefined()
})

test('ended before its first dose it is over; after one, today still asks', () => {
  const early = withForm(pills, endCourse(id, pills, six, newIds()))
  expect(doses(early)).toEqual([])
  expect(courseState(early, id, six)).toBe('ended')
  const late = withForm(taken, endCourse(id, taken, seven, newIds()))
  expect(doses(late)).toEqual(['0 morning', '0 evening'])
  expect(courseState(late, id, seven)).toBe('running')
  expect(courseState(late, id, now('2027-03-02 09:00'))).toBe('ended')
})

test('ended while an edit waits for tomorrow, neither the old nor the new goes on', () => {
  const edited = withForm(taken, edit(taken, { slot: ['noon'] }, seven))
  const ended = withForm(edited, endCourse(id, edited, seven, newIds()))
  expect(doses(ended)).toEqual(['0 morning', '0 evening'])
})

test('an ended one comes back as it was, and days in between stay without doses', () => {
  const ended = withForm(pills, endCourse(id, pills, six, newIds()))
  const later = now('2027-03-03 06:00')
  const back = withForm(ended, reviveCourse(id, ended, later, newIds()))
  expect(dosesFrom(back, '2027-03-01', '2027-03-04')).toEqual(['2 morning', '2 evening'])
  expect(courseState(back, id, later)).toBe('running')
})
