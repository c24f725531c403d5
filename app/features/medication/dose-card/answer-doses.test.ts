import { expect, test } from 'vitest'
import { answerDoses, type Saying } from './answer-doses'
import { factsFrom } from '../facts/facts-from'
import { doseRecord } from '../schedule/dose-record'
import type { Facts } from '../schedule/facts'
import { mergeFacts } from '../schedule/merge-facts'
import { course, having, keyOf, now, senior, version, wall } from '../schedule/test-facts'

const pouch = course()
const schedule = having({ courses: [pouch], courseVersions: [version(pouch)] })
const morning = keyOf(pouch, '2027-03-01', 'morning')
const noon = keyOf(pouch, '2027-03-01', 'noon')

let made = 0
const newId = () => `answer-${++made}`

function saying(facts: Facts, key: string, what: Saying, time: string) {
  const { answers, stopped } = answerDoses(facts, [key], what, now(time, facts), newId)
  const writer = { by: senior, deviceId: 'phone', at: now(time).instant, receivedAt: null }
  return { stopped, facts: mergeFacts(facts, factsFrom({ answers }, writer)), answers }
}
const recordIn = (facts: Facts, key: string) =>
  doseRecord(
    key,
    facts.answers.filter((one) => one.doseKey === key),
    senior,
  )

test('taken is written with the time on the wall, and a second time is stopped', () => {
  const first = saying(schedule, morning, { kind: 'taken' }, '2027-03-01 08:05')
  expect(first.answers).toMatchObject([
    { kind: 'taken', takenWall: wall('2027-03-01 08:05'), offsetMin: 540, guardPassed: false },
  ])
  const again = saying(first.facts, morning, { kind: 'taken' }, '2027-03-01 08:30')
  expect(again.answers).toEqual([])
  expect(again.stopped).toMatchObject([{ key: morning, guard: { kind: 'same_dose' } }])
})

test('insisting writes a second dose beside the first, with the warning on record', () => {
  const first = saying(schedule, morning, { kind: 'taken' }, '2027-03-01 08:05')
  const twice = saying(first.facts, morning, { kind: 'taken', insisting: true }, '2027-03-01 08:30')
  expect(twice.answers).toMatchObject([{ kind: 'extra', replaces: [], guardPassed: true }])
  expect(recordIn(twice.facts, morning)).toMatchObject({ shown: 'taken', differ: false })
})

test('another dose of the course too near is stopped; insisting takes that dose', () => {
  const first = saying(schedule, morning, { kind: 'taken' }, '2027-03-01 11:30')
  const near = saying(first.facts, noon, { kind: 'taken' }, '2027-03-01 13:00')
  expect(near.stopped).toMatchObject([{ guard: { kind: 'near_dose', minutesApart: 90 } }])
  const on = saying(first.facts, noon, { kind: 'taken', insisting: true }, '2027-03-01 13:00')
  expect(on.answers).toMatchObject([{ kind: 'taken', guardPassed: true }])
})

test('a correction replaces what was said and is never stopped; all of it stays', () => {
  const first = saying(schedule, morning, { kind: 'unknown' }, '2027-03-01 08:05')
  const fixed = saying(
    first.facts,
    morning,
    { kind: 'taken', takenWall: wall('2027-03-01 07:50'), correcting: true },
    '2027-03-01 09:00',
  )
  expect(fixed.answers).toMatchObject([{ replaces: [first.answers[0]?.id] }])
  expect(recordIn(fixed.facts, morning)).toMatchObject({ shown: 'taken', differ: false })
  expect(fixed.facts.answers).toHaveLength(2)
})

test('saying that nothing was taken takes back a second dose as well, and what was taken back asks again', () => {
  const first = saying(schedule, morning, { kind: 'taken' }, '2027-03-01 08:05')
  const twice = saying(first.facts, morning, { kind: 'taken', insisting: true }, '2027-03-01 08:30')
  const cleared = saying(
    twice.facts,
    morning,
    { kind: 'cleared', correcting: true },
    '2027-03-01 08:31',
  )
  expect(recordIn(cleared.facts, morning)).toMatchObject({ shown: null, extras: [] })
  const again = saying(cleared.facts, morning, { kind: 'taken' }, '2027-03-01 08:40')
  expect(again.stopped).toEqual([])
  expect(again.answers).toMatchObject([{ kind: 'taken', guardPassed: false }])
})
