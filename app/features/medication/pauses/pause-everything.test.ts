import { expect, test } from 'vitest'
import { newFactsSchema } from '../facts/fact-schema'
import type { Facts } from '../schedule/facts'
import { mayPauseFrom, pausesOf, pausesToConfirm } from '../schedule/pauses'
import { having, now, wall } from '../schedule/test-facts'
import type { Values } from '../forms/form-values'
import { pausesNow } from './pause-course'
import { pauseEverything } from './pause-everything'
import { newIds, withForm, written, wrongFields } from '../forms/test-forms'

const ten = now('2027-03-20 10:00')
const none = having()
const act = (values: Values, facts: Facts = none, at = ten) =>
  pauseEverything(values, facts, at, newIds())
const begun = (values: Values) => withForm(none, act({ intent: ['begin'], ...values }))

test.each([
  ['now', { from: ['now'] }, '2027-03-20 10:00'],
  ['yesterday', { from: ['yesterday'] }, '2027-03-19 04:00'],
  ['3 days ago', { from: ['before'], daysAgo: ['3일'] }, '2027-03-17 04:00'],
  ['as long ago as is allowed', { from: ['before'], daysAgo: ['31'] }, '2027-02-17 10:00'],
])('from %s', (_, values, from) => {
  const [pause] = begun(values).pauses
  expect(pause).toMatchObject({
    courseId: null,
    fromWall: wall(from),
    toWall: null,
    reason: 'hospital',
  })
  expect(mayPauseFrom(pause?.fromWall ?? 0, ten.wall)).toBe(true)
})

test('it ends with 퇴원했어요, and never was with 쉰 적 없어요', () => {
  const paused = begun({ from: ['yesterday'] })
  const home = withForm(paused, act({ intent: ['end'] }, paused, now('2027-03-23 15:00')))
  expect(pausesOf(home, 'any')).toEqual([
    { from: wall('2027-03-19 04:00'), to: wall('2027-03-23 15:00') },
  ])
  const never = withForm(paused, act({ intent: ['withdraw'] }, paused))
  expect(pausesOf(never, 'any')).toEqual([])
})

test('after a week it is asked about, and yes asks again a week later', () => {
  const paused = begun({ from: ['now'] })
  const week = now('2027-03-27 10:00')
  expect(pausesToConfirm(paused, week.wall)).toHaveLength(1)
  const still = withForm(paused, act({ intent: ['still'] }, paused, week))
  expect(pausesNow(still, null, week)).toHaveLength(1)
  expect(pausesToConfirm(still, week.wall)).toEqual([])
  expect(pausesToConfirm(still, now('2027-04-03 10:00').wall)).toHaveLength(1)
})

test.each<[what: string, values: Values, fields: string[]]>([
  ['nothing chosen', { intent: ['begin'] }, ['from']],
  ['no number of days', { intent: ['begin'], from: ['before'] }, ['daysAgo']],
  ['0 days', { intent: ['begin'], from: ['before'], daysAgo: ['0'] }, ['daysAgo']],
  ['32 days', { intent: ['begin'], from: ['before'], daysAgo: ['32'] }, ['daysAgo']],
  ['NaN', { intent: ['begin'], from: ['before'], daysAgo: ['NaN'] }, ['daysAgo']],
  ['an end without a pause', { intent: ['end'] }, ['content']],
  ['a strange intent', { intent: ['erase'] }, ['content']],
])('%s comes back', (_, values, fields) => {
  expect(wrongFields(act(values))).toEqual(fields)
})

test('whatever is accepted fits the schema of the command', () => {
  const outcome = act({ intent: ['begin'], from: ['before'], daysAgo: ['31'] })
  expect(newFactsSchema.safeParse(written(outcome)).error).toBeUndefined()
})
