import { describe, expect, test } from 'vitest'
import { newFactsSchema } from '../facts/fact-schema'
import { noFacts, type Facts } from '../schedule/facts'
import { runOutOf } from '../schedule/run-out'
import { stockOf } from '../schedule/stock'
import { having, hour, now, on, senior, wall } from '../schedule/test-facts'
import { answerDoses } from '../dose-card/answer-doses'
import { showDoses } from '../schedule/dose-state'
import { enterPouch, enterPouchForOther } from './pouch-course'
import type { Outcome, Values } from '../forms/form-values'
import { dosesFrom, newIds, withForm, written, wrongFields } from '../forms/test-forms'

/** 10:00 on a Monday: the morning is past, the evening still to come. */
const ten = now('2027-03-01 10:00')
const none = noFacts(senior)
const usual: Values = { slot: ['morning', 'evening'], days: ['30'], begin: ['next:evening'] }

const enter = (values: Values, at = ten, facts: Facts = none): Outcome =>
  enterPouch({ ...usual, ...values }, facts, at, newIds())
const errorsOf = wrongFields
const known = (outcome: Outcome): Facts => withForm(none, outcome)
const lastsUntil = (facts: Facts) =>
  runOutOf(stockOf(facts, facts.courses[0]?.id ?? '', ten))?.earliestOn

test('the next dose of today is the first that is due, and the pack lasts as long as it says', () => {
  const facts = known(enter({}))
  expect(dosesFrom(facts, '2027-03-01', '2027-03-03')).toEqual([
    '0 evening',
    '1 morning',
    '1 evening',
  ])
  expect(facts.courses).toMatchObject([{ kind: 'pouch', label: '약봉지', endsWithPack: false }])
  expect(facts.packs).toMatchObject([{ firstOn: ten.day, firstSlot: 'evening', days: 30 }])
  expect(lastsUntil(facts)).toBe(on('2027-03-30'))
})

describe('what was taken today from the pack', () => {
  const shown = (facts: Facts) =>
    showDoses(facts, ten.day, ten.day + 1, ten).map(({ slotId, state }) => `${slotId} ${state}`)

  test('is answered, at the time it was due, and counted as used', () => {
    const facts = known(enter({ begin: ['taken:morning'] }))
    expect(shown(facts)).toEqual(['morning taken', 'evening upcoming'])
    expect(facts.answers).toMatchObject([
      { kind: 'taken', takenWall: wall('2027-03-01 08:00'), replaces: [], guardPassed: false },
    ])
    expect(lastsUntil(facts)).toBe(on('2027-03-30'))
    const left = stockOf(facts, facts.courses[0]?.id ?? '', ten)
    expect(left.find(({ slotId }) => slotId === 'morning')?.leastLeft).toBe(29_000)
  })

  test('a second 먹었어요 of it is stopped, and it asks again when it is taken back', () => {
    const facts = known(enter({ begin: ['taken:morning'] }))
    const key = facts.answers[0]?.doseKey ?? ''
    const again = answerDoses(facts, [key], { kind: 'taken' }, ten, newIds())
    expect(again.stopped).toMatchObject([{ guard: { kind: 'same_dose' } }])
    const cleared = answerDoses(facts, [key], { kind: 'cleared', correcting: true }, ten, newIds())
    const after = withForm(facts, { facts: { answers: cleared.answers }, to: '' })
    expect(shown(after)).toEqual(['morning question', 'evening upcoming'])
  })

  test('from the first one named on, everything that is past', () => {
    const at = now('2027-03-01 20:00')
    const all = written(enter({ begin: ['taken:morning'] }, at))
    expect(all.answers?.map(({ takenWall }) => takenWall)).toEqual([
      wall('2027-03-01 08:00'),
      wall('2027-03-01 18:30'),
    ])
    const one = written(enter({ begin: ['taken:evening'] }, at))
    expect(one.answers?.map(({ takenWall }) => takenWall)).toEqual([wall('2027-03-01 18:30')])
    expect(one.packs).toMatchObject([{ firstOn: ten.day, firstSlot: 'evening' }])
  })

  test('cannot be said of what is still to come, as of a form left open over night', () => {
    const early = now('2027-03-02 04:10')
    expect(errorsOf(enter({ begin: ['taken:morning'] }, early))).toEqual(['begin'])
  })

  test('of whoever helps counts the pack, and answers nothing', () => {
    const values = { ...usual, begin: ['taken:morning'] }
    const facts = known(enterPouchForOther(values, none, ten, newIds()))
    expect(facts.answers).toEqual([])
    expect(shown(facts)).toEqual(['evening upcoming'])
    expect(facts.packs).toMatchObject([{ firstOn: ten.day, firstSlot: 'morning' }])
  })
})

test('a dose that has come due while the form was open is asked for', () => {
  const facts = known(enter({}, now('2027-03-01 18:31')))
  expect(dosesFrom(facts, '2027-03-01', '2027-03-02')).toEqual(['0 evening'])
})

test('tomorrow, another day and a day in the past begin with the first dose of that day', () => {
  const tomorrow = known(enter({ begin: ['tomorrow'] }))
  expect(dosesFrom(tomorrow, '2027-03-01', '2027-03-03')).toEqual(['1 morning', '1 evening'])
  const later = known(enter({ begin: ['other'], beginOn: ['2027-03-10'] }))
  expect(later.packs).toMatchObject([{ firstOn: on('2027-03-10'), firstSlot: 'morning' }])
  expect(dosesFrom(later, '2027-03-09', '2027-03-11')).toEqual(['1 morning', '1 evening'])
  const earlier = known(enter({ begin: ['other'], beginOn: ['2027-02-20'] }))
  expect(dosesFrom(earlier, '2027-02-20', '2027-03-02')).toEqual(['9 evening'])
  expect(lastsUntil(earlier)).toBe(on('2027-03-21'))
})

test('under 14 days it ends with its pack', () => {
  const [week, fortnight] = [enter({ days: ['13'] }), enter({ days: ['14'] })].map(written)
  expect(week?.courses?.[0]?.endsWithPack).toBe(true)
  expect(fortnight?.courses?.[0]?.endsWithPack).toBe(false)
  const facts = known(enter({ days: ['3'], begin: ['taken:morning'] }))
  expect(dosesFrom(facts, '2027-03-01', '2027-03-10')).toEqual([
    '0 morning',
    '0 evening',
    '1 morning',
    '1 evening',
    '2 morning',
    '2 evening',
  ])
})

test('the first slot follows the person’s own hours', () => {
  const facts = having({ slotHours: [hour('bedtime', '00:30'), hour('morning', '11:00')] })
  const outcome = enter({ slot: ['bedtime', 'morning'], begin: ['tomorrow'] }, ten, facts)
  expect(written(outcome).packs).toMatchObject([{ firstSlot: 'morning' }])
  const late = now('2027-03-02 00:10', facts)
  const tonight = written(enter({ slot: ['bedtime'], begin: ['next:bedtime'] }, late, facts))
  expect(tonight.packs).toMatchObject([{ firstOn: on('2027-03-01') }])
  expect(tonight.courses?.[0]?.trackedFrom).toBe(wall('2027-03-02 00:10'))
})

test.each<[what: string, values: Values, fields: string[]]>([
  ['no slot', { slot: [] }, ['slot']],
  ['a slot that does not exist', { slot: ['midnight'] }, ['slot']],
  ['no number', { days: [''] }, ['days']],
  ['no number field', { days: [] }, ['days']],
  ['0 days', { days: ['0'] }, ['days']],
  ['400 days', { days: ['400'] }, ['days']],
  ['NaN', { days: ['NaN'] }, ['days']],
  ['a negative number', { days: ['-3'] }, ['days']],
  ['half a day', { days: ['1.5'] }, ['days']],
  ['words', { days: ['한 달'] }, ['days']],
  ['no beginning', { begin: [] }, ['begin']],
  ['a beginning with a slot that was not chosen', { begin: ['next:noon'] }, ['begin']],
  ['a strange beginning', { begin: ['yesterday'] }, ['begin']],
  ['no date', { begin: ['other'] }, ['beginOn']],
  ['no such date', { begin: ['other'], beginOn: ['2027-02-30'] }, ['beginOn']],
  ['a date too far away', { begin: ['other'], beginOn: ['2072-03-01'] }, ['beginOn']],
  ['a pack used up long ago', { begin: ['other'], beginOn: ['2027-01-01'] }, ['beginOn']],
  ['everything at once', { slot: [], days: ['0'], begin: [] }, ['slot', 'days']],
])('%s is explained next to its field', (_, values, fields) => {
  expect(errorsOf(enter(values))).toEqual(fields)
})

test.each(['30일', ' 30 ', '３０', '030'])('%s is understood as 30', (days) => {
  expect(written(enter({ days: [days] })).packs?.[0]?.days).toBe(30)
})

test('whatever is accepted fits the schema of the command', () => {
  for (const begin of ['next:evening', 'taken:morning', 'tomorrow'])
    expect(
      newFactsSchema.safeParse(written(enter({ begin: [begin], days: ['365'] }))).success,
    ).toBe(true)
})
