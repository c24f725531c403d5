import { v7 as uuidv7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { newFactsSchema } from '../facts/fact-schema'
import { factsFrom } from '../facts/facts-from'
import { doseKey } from '../schedule/keys'
import { mergeFacts } from '../schedule/merge-facts'
import {
  answer,
  course,
  having,
  hour,
  instant,
  now,
  on,
  senior,
  version,
  wall,
} from '../schedule/test-facts'
import { readInsisting, say, type SayForm } from './say'

const pouch = course({ id: uuidv7() })
const facts = having({ courses: [pouch], courseVersions: [version(pouch)] })
const day = on('2027-03-01')
const morning = doseKey(pouch.id, day, 'morning')
const bedtime = doseKey(pouch.id, day, 'bedtime')

const form = (over: Partial<SayForm>): SayForm => ({
  say: 'taken',
  doses: [morning],
  time: '',
  correcting: false,
  ...over,
})
const saidAt = (time: string, over: Partial<SayForm>, insisting = false) =>
  say(form(over), facts, now(time, facts), { newId: uuidv7, insisting })

test.each(['taken', 'declined', 'unknown', 'later'])('%s fits what the server takes', (what) => {
  const { facts: written } = saidAt('2027-03-01 08:05', { say: what })
  expect(newFactsSchema.safeParse(written).success).toBe(true)
})

describe('아까 먹었어요', () => {
  test('a time of the dose’s own day', () => {
    const said = saidAt('2027-03-01 09:00', { say: 'earlier', time: '08:10' })
    expect(said.facts?.answers).toMatchObject([{ takenWall: wall('2027-03-01 08:10') }])
  })
  test('before four in the morning it is the night that follows', () => {
    const said = saidAt('2027-03-02 01:00', { say: 'earlier', doses: [bedtime], time: '00:30' })
    expect(said.facts?.answers).toMatchObject([{ takenWall: wall('2027-03-02 00:30') }])
  })
  test.each([
    ['', '비었어요'],
    ['25:00', '비었어요'],
    ['10:30', '아직 오지 않은'],
  ])('of %j the person is told, and nothing is written', (time, words) => {
    const said = saidAt('2027-03-01 09:00', { say: 'earlier', time })
    expect(said.facts).toBeNull()
    expect(said.timeError).toContain(words)
  })
})

describe('먹었어요 of a day that is over', () => {
  const evening = doseKey(pouch.id, day, 'evening')
  const next = doseKey(pouch.id, day + 1, 'morning')
  /** The facts after yesterday's evening was answered at nine in the morning. */
  const after = (over: Partial<SayForm>, insisting = false, known = facts) => {
    const time = '2027-03-02 09:00'
    const said = say(form({ doses: [evening], ...over }), known, now(time, known), {
      newId: uuidv7,
      insisting,
    })
    const at = instant(time)
    const known2 = said.facts
      ? mergeFacts(known, factsFrom(said.facts, { by: senior, deviceId: '', at, receivedAt: at }))
      : known
    return { said, facts: known2 }
  }
  const todays = (known: typeof facts) =>
    say(form({ doses: [next] }), known, now('2027-03-02 09:05', known), {
      newId: uuidv7,
      insisting: false,
    })

  test('asks when, and writes nothing yet', () => {
    expect(after({}).said).toMatchObject({
      facts: null,
      stopped: [],
      when: { doses: [evening], insisting: false },
    })
  })
  test('at its time: yesterday is written, and this morning’s is not stopped', () => {
    const { said, facts: known } = after({ say: 'on_time' })
    expect(said.facts?.answers).toMatchObject([
      { doseKey: evening, kind: 'taken', takenWall: wall('2027-03-01 18:30') },
    ])
    expect(todays(known)).toMatchObject({ stopped: [], facts: { answers: [{ kind: 'taken' }] } })
  })
  test('just now: this morning’s is stopped, since it is too near', () => {
    const { said, facts: known } = after({ say: 'just_now' })
    expect(said.facts?.answers).toMatchObject([{ takenWall: wall('2027-03-02 09:00') }])
    expect(todays(known)).toMatchObject({ facts: null, stopped: [{ key: next }] })
  })
  test('a second one is warned of before it is asked when, and keeps that time', () => {
    const { facts: known } = after({ say: 'on_time' })
    const again = after({}, false, known).said
    expect(again).toMatchObject({ facts: null, stopped: [{ guard: { kind: 'same_dose' } }] })
    expect(again.when).toBeUndefined()
    expect(after({}, true, known).said).toMatchObject({ facts: null, when: { insisting: true } })
    expect(after({ say: 'on_time' }, true, known).said.facts?.answers).toMatchObject([
      { kind: 'extra', takenWall: wall('2027-03-01 18:30') },
    ])
  })
  test('whose time is still now is taken now, with one tap', () => {
    const early = doseKey(pouch.id, day, 'late')
    const minute = wall('1970-01-02 03:30')
    const late = having({
      courses: [pouch],
      courseVersions: [version(pouch, { slots: [{ slotId: 'late', amount: 1000 }] })],
      slotHours: [{ ...hour('late', '12:00'), minute }],
    })
    const said = say(form({ doses: [early] }), late, now('2027-03-02 04:10', late), {
      newId: uuidv7,
      insisting: false,
    })
    expect(said.facts?.answers).toMatchObject([{ takenWall: wall('2027-03-02 04:10') }])
  })
})

test('a warned second dose keeps the time that was told', () => {
  const known = having({
    courses: [pouch],
    courseVersions: [version(pouch)],
    answers: [answer(morning, 'taken', '2027-03-01 08:00')],
  })
  const said = say(form({ say: 'earlier', time: '08:40' }), known, now('2027-03-01 09:00', known), {
    newId: uuidv7,
    insisting: false,
  })
  expect(said).toMatchObject({ facts: null, form: { say: 'earlier', time: '08:40' } })
})

test('나중에 moves the reminder by half an hour and is no answer', () => {
  expect(saidAt('2027-03-01 08:05', { say: 'later' }).facts).toMatchObject({
    snoozes: [{ groupKey: `${day}|morning`, untilWall: wall('2027-03-01 08:35') }],
  })
})

test.each([
  { say: 'nothing' },
  { say: 'cheered' },
  { doses: [] },
  { doses: ['<script>'] },
  { doses: ['a|b|c'] },
])('%j, which no card sends, writes nothing', (over) => {
  expect(saidAt('2027-03-01 08:05', over)).toEqual({ facts: null, stopped: [] })
})

test('insisting is the same saying with the warning read', () => {
  expect(readInsisting(form({ say: 'insist:taken' }))).toEqual({
    form: form({ say: 'taken' }),
    insisting: true,
  })
  expect(readInsisting(form({}))).toEqual({ form: form({}), insisting: false })
})
