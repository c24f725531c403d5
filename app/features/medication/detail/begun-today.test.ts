import { describe, expect, test } from 'vitest'
import { newFactsSchema } from '../facts/fact-schema'
import type { Outcome, Values } from '../forms/form-values'
import { newIds, withForm, written } from '../forms/test-forms'
import { showDoses } from '../schedule/dose-state'
import { noFacts, type Facts } from '../schedule/facts'
import { stockOf } from '../schedule/stock'
import { now, senior, wall } from '../schedule/test-facts'
import { enterCourse, enterCourseForOther } from './enter-course'

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
}
const enter = (values: Values, at = ten) => enterCourse({ ...usual, ...values }, none, at, newIds())
const asked = (outcome: Outcome) =>
  'errors' in outcome ? outcome.errors.map(({ question }) => question) : null
const known = (outcome: Outcome) => withForm(none, outcome)
const shown = (facts: Facts, at = ten) =>
  showDoses(facts, at.day, at.day + 1, at).map(({ slotId, state }) => `${slotId} ${state}`)

describe('오늘 아침 약은 드셨어요?', () => {
  test('is asked of a medicine that begins today, once its morning is past', () => {
    const outcome = enter({})
    expect(outcome).toMatchObject({ errors: [{ fieldId: 'begin' }] })
    expect(asked(outcome)).toEqual([
      {
        legend: '오늘 아침 약은 드셨어요?',
        choices: [
          { value: 'taken:morning', label: '네, 먹었어요', detail: '오전 8시' },
          { value: 'none', label: '아니요' },
        ],
      },
    ])
    expect(asked(enter({ fromOn: ['2027-03-01'] }))).toEqual(asked(outcome))
  })

  test.each<[what: string, values: Values, time?: string]>([
    ['nothing is past', {}, '2027-03-01 07:59'],
    ['only the evening is taken', { slot: ['evening'] }],
    ['it begins tomorrow', { fromOn: ['2027-03-02'] }],
    ['it was begun before', { fromOn: ['2027-02-27'] }],
    ['today is none of its days', { rule: ['weekdays'], weekday: ['1'] }],
    ['it is taken when needed', { kind: ['needed'] }],
  ])('is not asked where %s', (_, values, time = '2027-03-01 10:00') => {
    expect(asked(enter(values, now(time)))).toBeNull()
  })

  test('is asked after everything else is right, and again of an answer that is none', () => {
    expect(asked(enter({ label: [''] }))).toEqual([undefined])
    for (const begin of ['', 'taken:evening', 'taken:', 'yes'])
      expect(asked(enter({ begin: [begin] }))).toHaveLength(1)
  })

  test('says so when it was there and was left', () => {
    const error = '하나를 골라 주세요. 그래야 적을 수 있어요.'
    expect(asked(enter({}))).not.toMatchObject([{ error }])
    expect(asked(enter({ 'begin-asked': ['yes'] }))).toMatchObject([{ error }])
  })

  test('네: it is shown as taken when it was due, and the pack counts from it', () => {
    const facts = known(enter({ begin: ['taken:morning'], days: ['7'] }))
    expect(shown(facts)).toEqual(['morning taken', 'evening upcoming'])
    expect(facts.answers).toMatchObject([{ takenWall: wall('2027-03-01 08:00') }])
    expect(facts.packs).toMatchObject([{ firstOn: ten.day, firstSlot: 'morning' }])
    expect(stockOf(facts, facts.courses[0]?.id ?? '', ten)).toMatchObject([{ leastLeft: 13_000 }])
  })

  test('아니요: the morning is absent, not unanswered', () => {
    const facts = known(enter({ begin: ['none'], days: ['7'] }))
    expect(shown(facts)).toEqual(['evening upcoming'])
    expect(facts.answers).toEqual([])
    expect(facts.packs).toMatchObject([{ firstSlot: 'evening' }])
  })

  test('names several times, exact ones by their hour, and means everything from there on', () => {
    const values = { slot: ['morning'], time1: ['09:20'], time2: ['21:00'] }
    const [question] = asked(enter(values)) ?? []
    expect(question?.legend).toBe('오늘 약을 벌써 드셨어요?')
    expect(question?.choices.map(({ value, label }) => [value, label])).toEqual([
      ['taken:morning', '네, 아침 약부터 먹었어요'],
      ['taken:09:20', '네, 오전 9시 20분 약부터 먹었어요'],
      ['none', '아니요'],
    ])
    const takenWalls = (begin: string) =>
      written(enter({ ...values, begin: [begin] })).answers?.map(({ takenWall }) => takenWall)
    expect(takenWalls('taken:morning')).toEqual([
      wall('2027-03-01 08:00'),
      wall('2027-03-01 09:20'),
    ])
    expect(takenWalls('taken:09:20')).toEqual([wall('2027-03-01 09:20')])
  })

  test('what it comes to fits the schema of the command', () => {
    const facts = written(enter({ begin: ['taken:morning'], days: ['30'] }))
    expect(newFactsSchema.safeParse(facts).error).toBeUndefined()
  })

  test('whoever helps is asked where a pack is counted, and answers nothing in the other’s name', () => {
    const help = (values: Values) =>
      enterCourseForOther({ ...usual, ...values }, none, ten, newIds())
    expect(asked(help({}))).toBeNull()
    expect(asked(help({ days: ['7'] }))).toHaveLength(1)
    const facts = known(help({ days: ['7'], begin: ['taken:morning'] }))
    expect(facts.answers).toEqual([])
    expect(shown(facts)).toEqual(['evening upcoming'])
    expect(facts.packs).toMatchObject([{ firstSlot: 'morning' }])
  })
})
