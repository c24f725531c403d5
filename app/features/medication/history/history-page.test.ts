import { describe, expect, test } from 'vitest'
import { trailOf } from './answer-trail'
import { correctDose, timeField } from './correct-dose'
import { asksOf, intakesInWords, linesOf } from './day-lines'
import { dayToShow, monthsBeside, monthToShow } from './month-page'
import { recordsOf } from '../schedule/dose-records'
import type { Answer, Facts } from '../schedule/facts'
import { historyOf } from '../schedule/history'
import { mergeFacts } from '../schedule/merge-facts'
import {
  answer,
  course,
  daughter,
  having,
  instant,
  intake,
  keyOf,
  none,
  now,
  on,
  slotsOf,
  version,
  wall,
} from '../schedule/test-facts'

const pouch = course({ label: '당뇨약', trackedFrom: wall('2027-02-27 00:00') })
const pill = course({ kind: 'single', label: '혈압약' })
const asNeeded = course({ kind: 'as_needed', label: '두통약' })
const facts = having({
  courses: [pouch, pill, asNeeded],
  courseVersions: [
    version(pouch, { slots: slotsOf('morning', 'evening') }),
    version(pill, { slots: slotsOf('morning'), unit: '알' }),
    version(asNeeded, { slots: [], unit: '알' }),
  ],
})
const key = keyOf(pouch, '2027-03-01', 'morning')
const at = now('2027-03-02 12:00')
let made = 0
const newId = () => `new-${++made}`
const dayOf = (known: Facts, date: string) => {
  const day = historyOf(known, '2027-03', at).find((one) => one.day === on(date))
  if (!day) throw new Error('no such day')
  return day
}
/** As if it had been sent. */
const apply = (known: Facts, made: ReturnType<typeof correctDose>, by = known.ownerId): Facts => {
  if ('error' in made) throw new Error(made.error)
  const writer = { by, deviceId: '', at: at.instant, receivedAt: at.instant }
  const answers = (made.facts.answers ?? []).map((one): Answer => ({ ...one, ...writer }))
  return mergeFacts(known, { answers })
}

describe('a day in lines', () => {
  test('names the times that are alike, and the medicine where one time has two answers', () => {
    const said = mergeFacts(facts, {
      answers: [
        answer(key, 'taken', '2027-03-01 08:05'),
        answer(keyOf(pill, '2027-03-01', 'morning'), 'declined', '2027-03-01 08:05'),
        answer(keyOf(pouch, '2027-03-01', 'evening'), 'taken', '2027-03-01 18:35'),
      ],
    })
    expect(linesOf(dayOf(said, '2027-03-01'), said)).toEqual([
      { state: 'taken', of: ['아침 당뇨약', '저녁'] },
      { state: 'declined', of: ['아침 혈압약'] },
    ])
    expect(linesOf(dayOf(facts, '2027-03-01'), facts)).toEqual([
      { state: 'question', of: ['아침', '저녁'] },
    ])
  })

  test('counts what was taken when it was needed', () => {
    const said = mergeFacts(facts, {
      intakes: [intake(asNeeded, '2027-03-01 09:00'), intake(asNeeded, '2027-03-02 02:00')],
    })
    expect(intakesInWords(dayOf(said, '2027-03-01'), said)).toEqual(['두통약 2번'])
  })

  test('asks where two records differ, and where one dose has two times', () => {
    const taken = answer(key, 'taken', '2027-03-01 08:05')
    const differing = mergeFacts(facts, {
      answers: [taken, answer(key, 'declined', '2027-03-01 08:20')],
    })
    const twice = mergeFacts(facts, { answers: [taken, answer(key, 'taken', '2027-03-01 11:00')] })
    expect(asksOf(dayOf(differing, '2027-03-01'))).toEqual({ differ: true, twice: false })
    expect(asksOf(dayOf(twice, '2027-03-01'))).toEqual({ differ: false, twice: true })
  })
})

describe('correcting a dose', () => {
  const say = (known: Facts, kind: string, time = '08:05') =>
    correctDose({ doseKey: key, kind, time }, known, at, newId)

  test('each answer replaces what was seen and stays in the trail, in its order', () => {
    const first = apply(facts, say(facts, 'taken'))
    const second = apply(first, say(first, 'declined'))
    const third = apply(second, say(second, 'cleared'))
    const last = apply(third, say(third, 'taken', '09:10'))
    expect(recordsOf(last).find(key)).toMatchObject({ shown: 'taken', differ: false })
    expect(trailOf(last, key).map(({ kind }) => kind)).toEqual(['taken', 'declined', 'cleared'])
  })

  test('a time is corrected without a warning of a second dose', () => {
    const first = apply(facts, say(facts, 'taken'))
    const made = say(first, 'taken', '09:10')
    expect(made).toMatchObject({
      facts: { answers: [{ kind: 'taken', guardPassed: false, replaces: [first.answers[0]?.id] }] },
    })
  })

  test('what was said first comes first, though the clock was set back in between', () => {
    const first = answer(key, 'declined', '2027-03-01 08:05')
    const second = answer(key, 'unknown', '2027-02-27 08:05', { replaces: [first.id] })
    const third = answer(key, 'declined', '2027-02-28 08:05', { replaces: [second.id] })
    const last = answer(key, 'taken', '2027-02-26 08:05', { replaces: [third.id] })
    const known = mergeFacts(facts, { answers: [last, third, second, first] })
    expect(trailOf(known, key)).toEqual([first, second, third])
  })

  test('one answer settles two that differ, whichever device they came from', () => {
    const known = mergeFacts(facts, {
      answers: [
        answer(key, 'taken', '2027-03-01 08:05', { by: daughter }),
        answer(key, 'declined', '2027-03-01 08:20'),
      ],
    })
    const settled = apply(known, say(known, 'unknown'))
    expect(recordsOf(settled).find(key)).toMatchObject({ shown: 'unknown', differ: false })
    expect(trailOf(settled, key)).toHaveLength(2)
  })

  test('a time before four in the morning is the night after', () => {
    const made = say(facts, 'taken', '00:30')
    expect(made).toMatchObject({ facts: { answers: [{ takenWall: wall('2027-03-02 00:30') }] } })
    expect(timeField(wall('2027-03-02 00:30'))).toBe('00:30')
  })

  test('a time that has not come, or that nobody can read, is said beside the field', () => {
    const today = keyOf(pouch, '2027-03-02', 'morning')
    const later = correctDose({ doseKey: today, kind: 'taken', time: '12:01' }, facts, at, newId)
    expect(later).toEqual({ error: expect.stringContaining('아직 오지 않은') as string })
    for (const time of ['', '25:00', '8', '08:61', '-1:30'])
      expect(say(facts, 'taken', time)).toEqual({
        error: expect.stringContaining('비었어요') as string,
      })
    expect(say(facts, 'declined', '')).toHaveProperty('facts')
  })

  test('nothing is written of a day that has not begun, of another word or of no medicine', () => {
    const wrong = [
      { doseKey: keyOf(pouch, '2027-03-03', 'morning'), kind: 'declined' },
      { doseKey: key, kind: 'extra' },
      { doseKey: keyOf(course(), '2027-03-01', 'morning'), kind: 'declined' },
      { doseKey: 'nonsense', kind: 'declined' },
    ]
    for (const values of wrong)
      expect(correctDose({ ...values, time: '' }, facts, at, newId)).toHaveProperty('error')
  })
})

describe('months', () => {
  const page = { facts: none, now: instant('2027-03-01 03:00') }
  test('this month begins at four, and no later one is shown', () => {
    expect(monthToShow(undefined, page)).toBe('2027-02')
    expect(monthToShow('2027-02', page)).toBe('2027-02')
    for (const asked of ['2027-03', '2027-13', '2027-2', '', 'x', '9999-12'])
      expect(monthToShow(asked, page)).toBeNull()
  })
  test('a day is one that its month has', () => {
    expect(dayToShow('2027-02', '28')).toBe(on('2027-02-28'))
    for (const day of ['0', '29', '31', '-1', 'x', undefined])
      expect(dayToShow('2027-02', day)).toBeNull()
  })
  test('the way back ends where the first medicine begins', () => {
    const begun = having({ courses: [pouch] })
    expect(monthsBeside('2027-03', begun, on('2027-03-02'))).toEqual({
      earlier: '2027-02',
      later: null,
    })
    expect(monthsBeside('2027-02', begun, on('2027-03-02'))).toEqual({
      earlier: null,
      later: '2027-03',
    })
  })
})
