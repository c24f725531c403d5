import { expect, test } from 'vitest'
import { firstOpen, pathAfter, stepIds, stepsOf, type Known } from './sitting'

const nothing: Known = {
  onHomeScreen: false,
  hasNumber: false,
  hasMedicine: false,
  hasRung: false,
  hasFamily: false,
}
const everything: Known = {
  onHomeScreen: true,
  hasNumber: true,
  hasMedicine: true,
  hasRung: true,
  hasFamily: true,
}

test('each step is done by its own fact and by no other', () => {
  const facts = Object.keys(nothing) as (keyof Known)[]
  facts.forEach((fact, index) => {
    const done = stepsOf({ ...nothing, [fact]: true }).filter(({ state }) => state === 'done')
    expect(done.map(({ id }) => id)).toEqual([stepIds[index]])
  })
  expect(firstOpen(stepsOf(everything))).toBeNull()
})

test('what no script has looked at is not known, and the sitting begins there', () => {
  const steps = stepsOf({ ...everything, onHomeScreen: null, hasRung: null })
  expect(steps.map(({ state }) => state)).toEqual(['unknown', 'done', 'done', 'unknown', 'done'])
  expect(firstOpen(steps)?.id).toBe('install')
})

test('a step that was skipped leads to the next one, the last one to the list', () => {
  expect(stepIds.map(pathAfter)).toEqual([
    '/start-together/number',
    '/start-together/medicine',
    '/start-together/reminders',
    '/start-together/family',
    '/start-together',
  ])
})
