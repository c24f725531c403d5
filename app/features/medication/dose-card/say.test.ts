import { v7 as uuidv7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { newFactsSchema } from '../fact-schema'
import { doseKey } from '../schedule/keys'
import { course, having, now, on, version, wall } from '../schedule/test-facts'
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
