import { expect, test } from 'vitest'
import { enterPouch } from '../pouch/pouch-course'
import { answerDoses } from '../dose-card/answer-doses'
import { newIds, withForm, written } from '../forms/test-forms'
import { noFacts } from '../schedule/facts'
import { now, senior } from '../schedule/test-facts'
import { factsInWords } from './facts-in-words'
import { hangsOn } from './hangs-on'

const ten = now('2027-03-01 10:00')
const form = { slot: ['morning', 'evening'], days: ['30'], begin: ['taken:morning'] }
const outcome = enterPouch(form, noFacts(senior), ten, newIds())
const entered = written(outcome)
const known = withForm(noFacts(senior), outcome)
const keys = known.answers.map(({ doseKey }) => doseKey)
const declined = {
  answers: answerDoses(known, keys, { kind: 'declined', correcting: true }, ten, newIds()).answers,
}

test('an act is told by its day', () => {
  expect(factsInWords(entered)).toEqual([
    '3월 1일 (월) 아침 약: 먹었어요',
    '3월 1일 (월)부터: 약봉지 넣기',
  ])
  expect(factsInWords(declined)).toEqual(['3월 1일 (월) 아침 약: 안 먹었어요'])
  const wall = ten.wall
  expect(
    factsInWords({
      pauses: [{ id: 'p', courseId: null, fromWall: wall, toWall: null, reason: 'hospital' }],
      pauseEnds: [{ id: 'e', pauseId: 'p', toWall: wall + 1440 }],
      intakes: [{ id: 'i', courseId: 'c', takenWall: wall, offsetMin: 540, amount: 1000 }],
    }),
  ).toEqual([
    '3월 1일 (월) 필요할 때 먹는 약: 먹었어요',
    '3월 1일 (월)부터: 약 쉬기',
    '3월 2일 (화)부터: 다시 시작',
  ])
})

test('doses of one time of day that were answered alike are one line; what is of no day is none', () => {
  const twice = { answers: declined.answers.flatMap((one) => [one, { ...one, id: 'other' }]) }
  expect(factsInWords(twice)).toEqual(factsInWords(declined))
  expect(factsInWords({ acknowledgements: [{ id: 'a', factId: 'f', putBack: false }] })).toEqual([])
})

test('what is about a medicine hangs on the medicine that was entered with it, and on no other', () => {
  expect(hangsOn(declined, entered)).toBe(true)
  expect(hangsOn(entered, declined)).toBe(false)
  const other = written(enterPouch(form, noFacts(senior), ten, newIds()))
  expect(hangsOn(declined, other)).toBe(false)
  expect(hangsOn({ slotHours: [] }, entered)).toBe(false)
})
