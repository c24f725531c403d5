import { expect, test } from 'vitest'
import { factsFrom } from '~/features/medication/facts/facts-from'
import type { NewFacts } from '~/features/medication/facts/fact-schema'
import type { Facts } from '~/features/medication/schedule/facts'
import { mergeFacts } from '~/features/medication/schedule/merge-facts'
import { course, having, now, senior, version } from '~/features/medication/schedule/test-facts'
import { answerFromNotification, isAnsweredHere, type Answer } from './answer-from-notification'

let made = 0
const newId = () => `00000000-0000-4000-9000-${String(++made).padStart(12, '0')}`
const [one, two] = [course({ id: newId() }), course({ id: newId() })]
const single = having({ courses: [one], courseVersions: [version(one)] })
const pair = mergeFacts(single, { courses: [two], courseVersions: [version(two)] })
const day = '2027-03-01'
const morning = { day, slot: 'morning' }

const answer = (facts: Facts, what: Answer, time: string, doses = morning) =>
  answerFromNotification(what, doses, facts, now(`${day} ${time}`, facts), newId)

/** The facts after a button was tapped. */
function after(facts: Facts, what: Answer, time: string, doses = morning): Facts {
  const answered = answer(facts, what, time, doses)
  if (answered.do !== 'write') throw new Error(`nothing was written: ${answered.do}`)
  const at = now(`${day} ${time}`).instant
  return mergeFacts(facts, written(answered.facts, at))
}
const written = (facts: NewFacts, at: number) =>
  factsFrom(facts, { by: senior, deviceId: 'phone', at, receivedAt: null })

test('먹었어요 answers every dose of the group with the present time', () => {
  expect(answer(pair, 'taken', '08:05')).toMatchObject({
    do: 'write',
    facts: {
      answers: [
        { doseKey: expect.stringContaining(one.id) as string, kind: 'taken', guardPassed: false },
        { doseKey: expect.stringContaining(two.id) as string, kind: 'taken', guardPassed: false },
      ],
    },
  })
  const answered = after(pair, 'taken', '08:05')
  expect(isAnsweredHere(answered, morning, now(`${day} 08:06`, answered))).toBe(true)
  expect(isAnsweredHere(pair, morning, now(`${day} 08:06`, pair))).toBe(false)
})

test('나중에 moves the next reminder and answers nothing', () => {
  const later = answer(single, 'later', '08:05')
  expect(later).toMatchObject({
    do: 'write',
    facts: { snoozes: [{ groupKey: expect.stringMatching(/\|morning$/) as string }] },
  })
  const snoozed = after(single, 'later', '08:05')
  expect(isAnsweredHere(snoozed, morning, now(`${day} 08:06`, snoozed))).toBe(false)
})

test('a second tap is stopped as on the card: nothing is written, the card is opened', () => {
  const taken = after(single, 'taken', '08:05')
  expect(answer(taken, 'taken', '08:07')).toEqual({ do: 'open' })
  expect(answer(taken, 'later', '08:07')).toEqual({ do: 'nothing' })
})

test('a dose too near to another of the same medicine is asked about on the card', () => {
  const late = after(single, 'taken', '08:05')
  const moved = { day, slot: 'noon' }
  // Morning taken at 11:30 by 고치기, noon due at 13:00.
  const atElevenThirty = {
    ...late,
    answers: late.answers.map((fact) => ({
      ...fact,
      at: now(`${day} 11:30`).instant,
      takenWall: now(`${day} 11:30`).wall,
    })),
  }
  expect(answer(atElevenThirty, 'taken', '13:01', moved)).toEqual({ do: 'open' })
  expect(answer(late, 'taken', '13:01', moved).do).toBe('write')
})

test('one that may not be answered in the dark is opened: late, of an older day, unknown, paused', () => {
  expect(answer(single, 'taken', '10:31')).toEqual({ do: 'open' })
  expect(answer(single, 'taken', '08:05', { day: '2027-02-26', slot: 'morning' })).toEqual({
    do: 'open',
  })
  expect(answer(single, 'taken', '08:05', { day, slot: 'bedtime' })).toEqual({ do: 'open' })
  expect(answer(single, 'taken', '08:05', { day: 'tomorrow', slot: 'morning' })).toEqual({
    do: 'open',
  })
})

test('a phone whose clock is some minutes slow answers a reminder that came on time', () => {
  expect(answer(single, 'taken', '07:56').do).toBe('write')
  expect(answer(single, 'taken', '07:00')).toEqual({ do: 'open' })
})
