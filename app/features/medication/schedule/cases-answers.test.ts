import { describe, expect, test } from 'vitest'
import { nextIntake } from './as-needed'
import { doseRecord } from './dose-record'
import { recordsOf } from './dose-records'
import { showDoses } from './dose-state'
import { findDoubleDose } from './double-dose'
import type { Answer, Facts } from './facts'
import { familyStateOf } from './family-state'
import { historyOf } from './history'
import { judgeFact } from './judge-fact'
import { groupKey } from './keys'
import { mergeFacts } from './merge-facts'
import { snoozedUntil } from './snooze'
import {
  answer,
  course,
  daughter,
  fact,
  having,
  hour,
  instant,
  intake,
  keyOf,
  now,
  on,
  pause,
  reach,
  senior,
  slotsOf,
  version,
  wall,
} from './test-facts'

const heart = course()
const schedule = having({ courses: [heart], courseVersions: [version(heart)] })
const morning = keyOf(heart, '2027-03-02', 'morning')
const noon = keyOf(heart, '2027-03-02', 'noon')
const answered = (...answers: Answer[]) => mergeFacts(schedule, { answers })
const recordOf = (...answers: Answer[]) => doseRecord(morning, answers, senior)
const stateOf = (facts: Facts, key: string, time: string) =>
  showDoses(facts, on('2027-03-01'), on('2027-03-04'), now(time)).find((one) => one.key === key)

describe('answers', () => {
  test('case 6: one command three times is one answer', () => {
    const once = answer(morning, 'taken', '2027-03-02 08:05')
    const facts = [once, { ...once, receivedAt: null }, { ...once }].reduce(
      (known, one) => mergeFacts(known, { answers: [one] }),
      schedule,
    )
    expect(facts.answers).toEqual([once])
    const waiting = mergeFacts(schedule, { answers: [{ ...once, receivedAt: null }] })
    expect(mergeFacts(waiting, { answers: [once] }).answers).toEqual([once])
    expect(mergeFacts(facts, { answers: [{ ...once }] })).toBe(facts)
    const judged = judgeFact(facts, { kind: 'answers', fact: { ...once } }, now('2027-03-02 09:00'))
    expect(judged).toBe('duplicate')
    const other: Answer = { ...once, kind: 'declined', takenWall: null }
    const at = now('2027-03-02 09:00')
    expect(judgeFact(facts, { kind: 'answers', fact: other }, at)).toBe('other_body')
  })

  test('case 7: two phones within 30 minutes are one dose, further apart are asked about', () => {
    const near = answer(morning, 'taken', '2027-03-02 08:20')
    const first = answer(morning, 'taken', '2027-03-02 08:05', { deviceId: 'tablet' })
    const far = answer(morning, 'taken', '2027-03-02 08:36')
    expect(recordOf(near, first)).toMatchObject({
      shown: 'taken',
      differ: false,
      takenAt: [instant('2027-03-02 08:05')],
      heads: [{ id: first.id }, { id: near.id }],
    })
    expect(recordOf(far, first).takenAt).toHaveLength(2)
    const helped = { ...first, by: daughter }
    expect(recordOf(near, helped).takenAt).toEqual([instant('2027-03-02 08:05')])
  })

  test('case 8: the senior’s word is shown, the helper’s is kept and blocks', () => {
    const declined = answer(morning, 'declined', '2027-03-02 08:10')
    const taken = answer(morning, 'taken', '2027-03-02 08:05', { by: daughter })
    const record = recordOf(taken, declined)
    expect(record).toMatchObject({ shown: 'declined', differ: true })
    expect(record.heads.map(({ id }) => id)).toEqual([declined.id, taken.id])
    const facts = answered(taken, declined)
    expect(findDoubleDose(facts, morning, instant('2027-03-02 09:00'))).toEqual({
      kind: 'same_dose',
      answer: taken,
    })
  })

  test('a helper replaces only what helpers wrote', () => {
    const said = answer(morning, 'declined', '2027-03-02 08:10')
    const over = answer(morning, 'taken', '2027-03-02 08:20', {
      by: daughter,
      replaces: [said.id],
    })
    expect(recordOf(said, over).shown).toBe('declined')
    const at = now('2027-03-02 09:00')
    expect(judgeFact(answered(said), { kind: 'answers', fact: over }, at)).toBe('not_yours')
  })

  test('case 9: what replaces stands, though its clock was a day slow', () => {
    const taken = answer(morning, 'taken', '2027-03-02 08:05')
    const declined = answer(morning, 'declined', '2027-03-01 08:10', {
      id: '0-smallest',
      replaces: [taken.id],
    })
    expect(recordOf(declined, taken)).toMatchObject({ shown: 'declined', differ: false })
  })

  test('case 10: taken back and ticked again is taken, without a guard between', () => {
    const first = answer(morning, 'taken', '2027-03-02 08:05')
    const back = answer(morning, 'cleared', '2027-03-02 08:06', { replaces: [first.id] })
    const again = answer(morning, 'taken', '2027-03-02 08:07', { replaces: [back.id] })
    expect(recordOf(back, first).shown).toBeNull()
    expect(findDoubleDose(answered(first, back), morning, instant('2027-03-02 08:07'))).toBeNull()
    expect(recordOf(again, first, back)).toMatchObject({ shown: 'taken', heads: [again] })
  })

  test('a second dose replaces nothing and is no head', () => {
    const taken = answer(morning, 'taken', '2027-03-02 08:05')
    const extra = answer(morning, 'extra', '2027-03-02 09:00', { replaces: [taken.id] })
    expect(recordOf(extra, taken)).toMatchObject({ heads: [taken], extras: [extra] })
  })

  test('a circle of answers replaces nothing', () => {
    const one = answer(morning, 'taken', '2027-03-02 08:05', { id: 'one', replaces: ['other'] })
    const other = answer(morning, 'declined', '2027-03-02 08:06', {
      id: 'other',
      replaces: ['one'],
    })
    expect(recordOf(one, other).heads).toHaveLength(2)
  })
})

describe('late and double', () => {
  test('not remembering yesterday’s counts until that day was over, not from when it was said', () => {
    const late = keyOf(heart, '2027-03-01', 'evening')
    const facts = answered(answer(late, 'unknown', '2027-03-02 09:00'))
    const leastGap = 150
    expect(findDoubleDose(facts, morning, instant('2027-03-02 06:29'))).toMatchObject({
      kind: 'near_dose',
      minutesApart: leastGap - 1,
    })
    expect(findDoubleDose(facts, morning, instant('2027-03-02 09:05'))).toBeNull()
  })

  test('case 11: noon right after a late morning is guarded', () => {
    const facts = mergeFacts(answered(answer(morning, 'taken', '2027-03-02 11:30')), {
      slotHours: [hour('evening', '19:00')],
    })
    expect(findDoubleDose(facts, noon, instant('2027-03-02 13:00'))).toMatchObject({
      kind: 'near_dose',
      minutesApart: 90,
      leastGapMin: 150,
    })
    expect(findDoubleDose(facts, noon, instant('2027-03-02 14:00'))).toBeNull()
  })

  test('the label’s own gap goes before the guess, and not knowing counts as taken', () => {
    const labelled = version(heart, { minGapMin: 30 })
    const unknown = answer(morning, 'unknown', '2027-03-02 12:45')
    const facts = having({ courses: [heart], courseVersions: [labelled], answers: [unknown] })
    expect(findDoubleDose(facts, noon, instant('2027-03-02 13:00'))).toMatchObject({
      answer: unknown,
      minutesApart: 15,
      leastGapMin: 30,
    })
    expect(findDoubleDose(facts, noon, instant('2027-03-02 13:15'))).toBeNull()
  })

  test('once a day is guarded for six hours, not for half a day', () => {
    const once = version(heart, { slots: slotsOf('morning') })
    const late = answer(morning, 'taken', '2027-03-03 01:30')
    const facts = having({ courses: [heart], courseVersions: [once], answers: [late] })
    const next = keyOf(heart, '2027-03-03', 'morning')
    expect(findDoubleDose(facts, next, instant('2027-03-03 07:29'))).toMatchObject({
      leastGapMin: 360,
    })
    expect(findDoubleDose(facts, next, instant('2027-03-03 07:30'))).toBeNull()
  })

  test('case 12: two hours after its time a dose only asks', () => {
    const at = (time: string) => stateOf(schedule, morning, time)?.state
    expect(at('2027-03-02 07:59')).toBe('upcoming')
    expect(at('2027-03-02 08:00')).toBe('due')
    expect(at('2027-03-02 09:59')).toBe('due')
    expect(at('2027-03-02 10:01')).toBe('question')
    expect(at('2027-03-04 03:59')).toBe('question')
    expect(at('2027-03-04 04:00')).toBe('no_record')
  })

  test('나중에 moves the pushes of its group, the furthest of all devices', () => {
    const until = (time: string) => ({
      ...fact(),
      groupKey: groupKey(on('2027-03-02'), 'morning'),
      untilWall: wall(time),
    })
    const snoozes = [until('2027-03-02 08:40'), until('2027-03-02 08:20')]
    const facts = mergeFacts(schedule, { snoozes })
    expect(snoozedUntil(facts, groupKey(on('2027-03-02'), 'morning'), 'any')).toBe(
      wall('2027-03-02 08:40'),
    )
    expect(snoozedUntil(facts, groupKey(on('2027-03-02'), 'noon'), 'any')).toBeNull()
  })

  test('with the next dose near, half the gap is late already', () => {
    const near = mergeFacts(schedule, { slotHours: [hour('noon', '10:00')] })
    expect(stateOf(near, morning, '2027-03-02 08:59')?.state).toBe('due')
    expect(stateOf(near, morning, '2027-03-02 09:00')?.state).toBe('question')
  })
})

describe('as needed', () => {
  const pain = course({ kind: 'as_needed' })
  const label = version(pain, { slots: [], minGapMin: 240, max24h: 4 })
  const taken = (...times: string[]) =>
    having({
      courses: [pain],
      courseVersions: [label],
      intakes: times.map((time) => intake(pain, time)),
    })

  test('case 19: four at 08, 12, 16 and 20: the next at 08:00, not at midnight', () => {
    const day = ['2027-03-02 08:00', '2027-03-02 12:00', '2027-03-02 16:00', '2027-03-02 20:00']
    expect(nextIntake(taken(...day), pain.id, now('2027-03-02 21:00'))).toEqual({
      possibleAt: instant('2027-03-03 08:00'),
      waitsFor: 'most',
      remaining: 0,
      isLast: false,
    })
    expect(nextIntake(taken(...day.slice(0, 3)), pain.id, now('2027-03-02 17:00'))).toEqual({
      possibleAt: instant('2027-03-02 20:00'),
      waitsFor: 'gap',
      remaining: 1,
      isLast: true,
    })
  })

  test('what was ticked by mistake can be taken back, by the senior', () => {
    const facts = taken('2027-03-02 08:00')
    const factId = facts.intakes[0]?.id ?? ''
    const retraction = { ...reach('2027-03-02 08:01', true), factId }
    const at = now('2027-03-02 09:00')
    expect(nextIntake(mergeFacts(facts, { retractions: [retraction] }), pain.id, at)).toMatchObject(
      { possibleAt: at.instant, remaining: 4 },
    )
    const helpers = { ...retraction, by: daughter }
    expect(judgeFact(facts, { kind: 'retractions', fact: helpers }, at)).toBe('not_yours')
  })
})

describe('what others see', () => {
  const familyAt = (facts: Facts, time: string) => {
    const shown = stateOf(facts, morning, time)
    return shown && familyStateOf(shown, facts, now(time))
  }

  test('case 20: without contact since the due time nothing is known, until the answer arrives', () => {
    const facts = mergeFacts(schedule, { reach: [reach('2027-03-02 07:00', true)] })
    expect(familyAt(facts, '2027-03-02 08:59')).toEqual({ state: 'not_yet' })
    expect(familyAt(facts, '2027-03-02 09:00')).toEqual({
      state: 'not_reached',
      lastReachedAt: instant('2027-03-02 07:00'),
    })
    const late = answer(morning, 'taken', '2027-03-02 08:05', {
      receivedAt: instant('2027-03-02 12:00'),
    })
    expect(familyAt(mergeFacts(facts, { answers: [late] }), '2027-03-02 12:00')).toEqual({
      state: 'taken',
    })
  })

  test('silence is silence only from the senior’s own phone with nothing unsent', () => {
    const withReach = (one: ReturnType<typeof reach>) =>
      familyAt(mergeFacts(schedule, { reach: [one] }), '2027-03-02 09:30')?.state
    expect(withReach(reach('2027-03-02 08:30', true))).toBe('no_answer')
    expect(withReach(reach('2027-03-02 08:30', false))).toBe('not_reached')
    expect(withReach({ ...reach('2027-03-02 08:30', true), by: daughter })).toBe('not_reached')
  })

  test('the history shows what was due or answered, also what is not due any more', () => {
    const facts = mergeFacts(
      having({
        courses: [heart],
        courseVersions: [version(heart, { slots: slotsOf('morning') })],
        pauses: [pause('2027-03-03 00:00', '2027-03-04 00:00')],
      }),
      { answers: [answer(noon, 'declined', '2027-03-02 13:00')] },
    )
    const days = historyOf(facts, '2027-03', now('2027-03-04 12:00'))
    expect(days.map(({ doses }) => doses.map(({ slotId, state }) => `${slotId} ${state}`))).toEqual(
      [
        ['morning no_record'],
        ['morning no_record', 'noon declined'],
        ['morning paused'],
        ['morning question'],
      ],
    )
    expect(recordsOf(facts).keysOn(on('2027-03-02'))).toEqual([noon])
  })
})
