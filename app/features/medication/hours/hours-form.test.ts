import { expect, test } from 'vitest'
import { newFactsSchema } from '../facts/fact-schema'
import type { Facts } from '../schedule/facts'
import { course, having, now, slotsOf, version } from '../schedule/test-facts'
import type { Values } from '../forms/form-values'
import { newestMinute, setHours } from './hours-form'
import { newIds, withForm, written, wrongFields } from '../forms/test-forms'

const ten = now('2027-03-01 10:00')
const usual: Values = {
  morning: ['08:00'],
  noon: ['13:00'],
  evening: ['18:30'],
  bedtime: ['22:00'],
}
const pouch = course()
const pouches = having({
  courses: [pouch],
  courseVersions: [version(pouch, { slots: slotsOf('morning', 'evening') })],
})
const set = (values: Values, facts: Facts = pouches) =>
  setHours({ ...usual, ...values }, facts, ten, newIds())

test('only what was changed is written, each from the day on which nothing of it has happened', () => {
  const { slotHours } = written(set({ morning: ['07:30'], evening: ['19:00'] }))
  expect(slotHours).toMatchObject([
    { slotId: 'morning', minute: 450, fromOn: ten.day + 1, baseId: null },
    { slotId: 'evening', minute: 1140, fromOn: ten.day, baseId: null },
  ])
})

test('the next change succeeds the last', () => {
  const once = withForm(pouches, set({ evening: ['19:00'] }))
  const { slotHours } = written(set({ evening: ['20:00'] }, once))
  expect(slotHours?.[0]?.baseId).toBe(once.slotHours[0]?.id)
  expect(newestMinute(once, 'evening')).toBe(1140)
})

test('bedtime may lie after midnight', () => {
  const outcome = set({ bedtime: ['00:30'] })
  expect(written(outcome).slotHours).toMatchObject([{ minute: 1470 }])
  expect(newFactsSchema.safeParse(written(outcome)).error).toBeUndefined()
})

test.each<[what: string, values: Values, fields: string[]]>([
  ['an empty time', { noon: [''] }, ['noon']],
  ['no time', { noon: ['24:00'] }, ['noon']],
  ['NaN', { noon: ['NaN:NaN'] }, ['noon']],
  ['a morning before four', { morning: ['03:30'] }, ['morning']],
  ['two at the same time', { noon: ['08:00'] }, ['noon']],
  ['nothing changed', {}, ['morning']],
])('%s comes back', (_, values, fields) => {
  expect(wrongFields(set(values))).toEqual(fields)
})
