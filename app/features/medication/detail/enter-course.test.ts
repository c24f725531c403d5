import { expect, test } from 'vitest'
import { newFactsSchema } from '../facts/fact-schema'
import { dueDoses } from '../schedule/due-doses'
import { noFacts, type Facts } from '../schedule/facts'
import { runOutOf } from '../schedule/run-out'
import { stockOf } from '../schedule/stock'
import { now, on, senior } from '../schedule/test-facts'
import { enterCourse } from './enter-course'
import type { Values } from '../forms/form-values'
import { dosesFrom, newIds, withForm, written, wrongFields } from '../forms/test-forms'

/** 10:00 on a Monday. */
const ten = now('2027-03-01 10:00')
const none = noFacts(senior)
const usual: Values = {
  label: ['혈압약'],
  kind: ['set'],
  amount: ['1'],
  unit: ['알'],
  slot: ['morning', 'evening'],
  rule: ['daily'],
  meal: ['after'],
  // Of this morning's: begun-today.test.ts.
  begin: ['none'],
}
const enter = (values: Values) => enterCourse({ ...usual, ...values }, none, ten, newIds())
const doses = (values: Values, to: string) =>
  dosesFrom(withForm(none, enter(values)), '2027-03-01', to)

test('from the next dose on, with what the label says', () => {
  const facts = written(
    enter({ amount: ['반'], instruction: ['식후 30분\n물과 함께'], lastOn: ['2027-03-02'] }),
  )
  expect(facts.courseVersions).toMatchObject([
    { meal: 'after', unit: '알', instruction: '식후 30분\n물과 함께', lastOn: on('2027-03-02') },
  ])
  expect(facts.courseVersions?.[0]?.slots).toEqual([
    { slotId: 'morning', amount: 500 },
    { slotId: 'evening', amount: 500 },
  ])
  expect(facts.packs).toBeUndefined()
  expect(doses({ lastOn: ['2027-03-02'] }, '2027-03-05')).toEqual([
    '0 evening',
    '1 morning',
    '1 evening',
  ])
})

test('an exact time is a slot of its own, with its hour; the same twice is one', () => {
  const outcome = enter({ slot: [], time1: ['10:30'], time2: ['10:30'], time3: ['01:00'] })
  const facts = withForm(none, outcome)
  expect(dueDoses(facts, ten.day, ten.day + 1).map(({ minute }) => minute)).toEqual([630, 1500])
})

test.each<[what: string, values: Values, days: number[]]>([
  ['weekdays', { rule: ['weekdays'], weekday: ['0', '2'] }, [0, 2, 7]],
  ['every three days', { rule: ['every'], every: ['3'] }, [0, 3, 6]],
  ['two days on, two off', { rule: ['cycle'], cycleOn: ['2'], cycleOff: ['2'] }, [0, 1, 4, 5]],
  ['from a later day', { rule: ['every'], every: ['3'], fromOn: ['2027-03-02'] }, [1, 4, 7]],
])('%s', (_, values, days) => {
  const found = doses({ slot: ['evening'], ...values }, '2027-03-09')
  expect(found).toEqual(days.map((day) => `${day} evening`))
})

test('a pack begins with the first dose that is asked for', () => {
  const facts = withForm(none, enter({ days: ['7'] }))
  expect(facts.packs).toMatchObject([{ firstOn: ten.day, firstSlot: 'evening', days: 7 }])
  expect(facts.courses).toMatchObject([{ kind: 'single', endsWithPack: true }])
  const id = facts.courses[0]?.id ?? ''
  expect(runOutOf(stockOf(facts, id, ten))?.earliestOn).toBe(on('2027-03-08'))
})

const runsOut = (facts: Facts) =>
  runOutOf(stockOf(facts, facts.courses[0]?.id ?? '', ten))?.earliestOn

test('of a pack begun days ago only the rest is left', () => {
  const facts = withForm(none, enter({ days: ['30'], fromOn: ['2027-02-19'] }))
  expect(facts.packs).toMatchObject([{ firstOn: on('2027-02-19'), firstSlot: 'morning' }])
  expect(runsOut(facts)).toBe(on('2027-03-20'))
  // What lies behind was taken or not, and is not asked for; neither is this morning's.
  expect(dosesFrom(facts, '2027-02-19', '2027-03-02')).toEqual(['10 evening'])
})

test('an antibiotic begun two days ago is asked for until its pack ends, not longer', () => {
  const facts = withForm(none, enter({ days: ['7'], fromOn: ['2027-02-27'], slot: ['evening'] }))
  expect(dosesFrom(facts, '2027-03-01', '2027-03-20')).toEqual(
    [0, 1, 2, 3, 4].map((day) => `${day} evening`),
  )
})

test('a pack that is used up by now is asked about', () => {
  expect(wrongFields(enter({ days: ['7'], fromOn: ['2027-02-22'] }))).toEqual(['fromOn'])
  expect(wrongFields(enter({ days: ['8'], fromOn: ['2027-02-22'] }))).toEqual([])
  // Every third day seven of them last three weeks.
  const rare = { rule: ['every'], every: ['3'], days: ['7'] }
  expect(wrongFields(enter({ ...rare, fromOn: ['2027-02-11'] }))).toEqual([])
  expect(wrongFields(enter({ ...rare, fromOn: ['2027-02-08'] }))).toEqual(['fromOn'])
})

test('필요할 때만 has no times, but limits', () => {
  const facts = written(
    enter({
      kind: ['needed'],
      slot: [],
      rule: [],
      amount: ['2'],
      gapHours: ['4'],
      gapMinutes: ['30'],
      max24h: ['4'],
    }),
  )
  expect(facts.courses).toMatchObject([{ kind: 'as_needed' }])
  expect(facts.courseVersions).toMatchObject([
    { slots: [], amount: 2000, minGapMin: 270, max24h: 4 },
  ])
  const without = written(enter({ kind: ['needed'], slot: [], rule: [], amount: [] }))
  expect(without.courseVersions).toMatchObject([{ amount: null, minGapMin: null, max24h: null }])
})

test.each<[what: string, values: Values, fields: string[]]>([
  ['no name', { label: ['  '] }, ['label']],
  ['a name of 81 letters', { label: ['약'.repeat(81)] }, ['label']],
  ['no amount', { amount: [''] }, ['amount']],
  ['0 pills', { amount: ['0'] }, ['amount']],
  ['NaN pills', { amount: ['NaN'] }, ['amount']],
  ['one pill or two', { amount: ['한두 알'] }, ['amount']],
  ['two numbers', { amount: ['1 2'] }, ['amount']],
  ['two at once', { amount: ['1번에 두 알'] }, ['amount']],
  ['yes', { amount: ['네'] }, ['amount']],
  ['what may be one and a half', { amount: ['1반'] }, ['amount']],
  ['one and a half and a half', { amount: ['1.5알 반'] }, ['amount']],
  ['one or half a pill', { amount: ['1알이나 반'] }, ['amount']],
  ['a thousand, which is not one', { amount: ['1,000'] }, ['amount']],
  [
    'no name, amount and unit, in the order of the form',
    { label: [], amount: [], unit: [] },
    ['label', 'amount', 'unit'],
  ],
  [
    'nothing but dates',
    { slot: [], rule: [], fromOn: ['x'], lastOn: ['x'] },
    ['slot', 'rule', 'fromOn', 'lastOn'],
  ],
  ['neither days on nor days off', { rule: ['cycle'] }, ['cycleOn', 'cycleOff']],
  ['an exact time at the hour of a chosen one', { time2: ['08:00'] }, ['time2']],
  ['no unit', { unit: [''] }, ['unit']],
  ['a unit too long', { unit: ['아주아주아주아주긴세는말'] }, ['unit']],
  ['no time', { slot: [] }, ['slot']],
  ['a time that is none', { time1: ['25:00'] }, ['time1']],
  ['no rule: nothing is preselected', { rule: [] }, ['rule']],
  ['no weekday', { rule: ['weekdays'] }, ['weekday']],
  ['a weekday that does not exist', { rule: ['weekdays'], weekday: ['7'] }, ['weekday']],
  ['every 0 days', { rule: ['every'], every: ['0'] }, ['every']],
  ['every 400 days', { rule: ['every'], every: ['400'] }, ['every']],
  ['no days on', { rule: ['cycle'], cycleOff: ['7'] }, ['cycleOn']],
  ['no days off', { rule: ['cycle'], cycleOn: ['21'] }, ['cycleOff']],
  ['an end before today', { lastOn: ['2027-02-01'] }, ['lastOn']],
  ['an end before the beginning', { fromOn: ['2027-04-01'], lastOn: ['2027-03-15'] }, ['lastOn']],
  ['a beginning that is no date', { fromOn: ['2027-13-01'] }, ['fromOn']],
  ['a beginning in another century', { fromOn: ['1927-03-01'] }, ['fromOn']],
  ['0 days of pack', { days: ['0'] }, ['days']],
  ['400 days of pack', { days: ['400'] }, ['days']],
  ['too many words', { instruction: ['말'.repeat(401)] }, ['instruction']],
  ['a gap in words', { kind: ['needed'], gapHours: ['네'] }, ['gapHours']],
  ['75 minutes', { kind: ['needed'], gapMinutes: ['75'] }, ['gapMinutes']],
  ['99 times', { kind: ['needed'], max24h: ['99'] }, ['max24h']],
  ['no time at all', { kind: ['needed'], max24h: ['0'] }, ['max24h']],
])('%s is explained next to its field', (_, values, fields) => {
  expect(wrongFields(enter(values))).toEqual(fields)
})

test.each<[values: Values, sentence: string]>([
  [
    { rule: ['every'], every: ['400'] },
    '며칠마다인지 알 수 없어요. 2부터 366까지 숫자로 적어 주세요.',
  ],
  [
    { rule: ['cycle'], cycleOn: ['0'], cycleOff: ['1'] },
    '며칠 드시는지 알 수 없어요. 1부터 366까지 숫자로 적어 주세요.',
  ],
  [
    { kind: ['needed'], gapHours: ['200'] },
    '몇 시간인지 알 수 없어요. 167까지 숫자로 적어 주세요.',
  ],
  [{ fromOn: ['1927-03-01'] }, '시작하는 날이 너무 멀어요. 1년 안에서 골라 주세요.'],
  [{ time1: ['08:00'] }, '아침과 같은 시각이에요. 둘 가운데 하나만 적어 주세요.'],
])('%s: the sentence says which would do', (values, sentence) => {
  expect(enter(values)).toMatchObject({ errors: [{ message: sentence }] })
})

test('whatever is accepted fits the schema of the command', () => {
  const odd: Values = {
    label: ['약'.repeat(80)],
    instruction: ['말'.repeat(400)],
    days: ['365'],
    time1: ['03:59'],
  }
  for (const values of [{}, odd, { kind: ['needed'], max24h: ['48'], gapHours: ['167'] }])
    expect(newFactsSchema.safeParse(written(enter(values))).error).toBeUndefined()
})

test.each([
  ['1', 1000],
  ['1.5', 1500],
  ['0.5', 500],
  ['1/2', 500],
  ['반', 500],
  ['２ 알', 2000],
  ['1,25', 1250],
  ['한 알', 1000],
  ['두 알', 2000],
  ['하나', 1000],
  ['반 알', 500],
  ['반쪽', 500],
  ['1알 반', 1500],
  ['한 알 반', 1500],
  ['하나 반', 1500],
  ['세 숟가락', 3000],
  ['1 1/2', 1500],
])('%s at a time is understood', (typed, amount) => {
  expect(written(enter({ amount: [typed] })).courseVersions?.[0]?.slots[0]?.amount).toBe(amount)
})
