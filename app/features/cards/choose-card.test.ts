import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '~/platform/clock'
import { applyToLearning } from './apply-to-learning'
import { trackIds } from './card'
import { chooseCards, chooseTodaysCard, isFinished, listDueReviews } from './choose-card'
import { newLearning, type CardSummary, type Learning } from './learning'

const card = (track: CardSummary['track'], order: number): CardSummary => ({
  id: `${track}-${order}`,
  track,
  order,
  title: `${order}`,
  minutes: 3,
  points: 10,
  level: 1,
  edition: 'one',
  rightAnswer: 0,
})
const catalogue = trackIds.flatMap((track) => [10, 20, 30].map((order) => card(track, order)))
const monday = '2026-11-23'

const learningAfter = (completed: Record<string, string>): Learning => ({
  ...newLearning,
  completed,
})

test('a card is finished by its first answer, and one that comes round again by an answer of today', () => {
  const first = chooseTodaysCard(catalogue, newLearning, monday)
  const all = Object.fromEntries(catalogue.map(({ id }) => [id, '2026-01-01']))
  const again = chooseTodaysCard(catalogue, learningAfter(all), monday)
  if (!first || again?.kind !== 'again') throw new Error('there is a card for both')
  const answered = (id: string, on: string) => ({
    ...learningAfter(all),
    lastAnswers: { [id]: { answer: 0, correct: true, on } },
  })
  expect(isFinished(first, newLearning, monday)).toBe(false)
  expect(isFinished(first, learningAfter({ [first.card.id]: monday }), monday)).toBe(true)
  expect(isFinished(again, learningAfter(all), monday)).toBe(false)
  expect(isFinished(again, answered(again.card.id, addDays(monday, -1)), monday)).toBe(false)
  expect(isFinished(again, answered(again.card.id, monday), monday)).toBe(true)
})

test('somebody new begins with the first card of their track', () => {
  expect(chooseTodaysCard(catalogue, newLearning, monday)).toEqual({
    card: card('smartphone-basics', 10),
    kind: 'new',
  })
  const chosen = chooseTodaysCard(catalogue, { ...newLearning, track: 'ai-basics' }, monday)
  expect(chosen?.card.id).toBe('ai-basics-10')
})

test('what is finished today stays the card of today, tomorrow brings the next', () => {
  const learning = learningAfter({ 'smartphone-basics-10': monday })
  expect(chooseTodaysCard(catalogue, learning, monday)?.card.id).toBe('smartphone-basics-10')
  expect(chooseTodaysCard(catalogue, learning, addDays(monday, 1))?.card.id).toBe(
    'smartphone-basics-20',
  )
})

test('after the own track the others follow in their order', () => {
  const learning: Learning = {
    ...learningAfter({
      'ai-basics-10': '2026-11-01',
      'ai-basics-20': '2026-11-02',
      'ai-basics-30': '2026-11-03',
    }),
    track: 'ai-basics',
  }
  expect(chooseTodaysCard(catalogue, learning, monday)?.card.id).toBe('smartphone-basics-10')
})

test('when everything is finished an earlier card comes round, another each day', () => {
  const all = Object.fromEntries(catalogue.map((each, i) => [each.id, addDays('2026-10-01', i)]))
  const days = [0, 1, 2].map((i) =>
    chooseTodaysCard(catalogue, learningAfter(all), addDays(monday, i)),
  )
  expect(days.map((chosen) => chosen?.kind)).toEqual(['again', 'again', 'again'])
  expect(new Set(days.map((chosen) => chosen?.card.id)).size).toBe(3)
})

test('without any card there is none', () => {
  expect(chooseTodaysCard([], newLearning, monday)).toBeNull()
})

test('the card of a day does not depend on what happens during that day', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ index: fc.nat(catalogue.length - 1), day: fc.nat(20) })),
      fc.array(fc.nat(catalogue.length - 1)),
      (past, during) => {
        const before = learningAfter(
          Object.fromEntries(
            past.map(({ index, day }) => [catalogue[index]?.id ?? '', addDays(monday, -1 - day)]),
          ),
        )
        const after = during.reduce((learning, index) => {
          const finished = catalogue[index]
          return finished
            ? applyToLearning(learning, {
                type: 'complete_card',
                card: finished,
                answer: { answer: 0, correct: true, on: monday },
              })
            : learning
        }, before)
        expect(chooseTodaysCard(catalogue, after, monday)).toEqual(
          chooseTodaysCard(catalogue, before, monday),
        )
      },
    ),
  )
})

test('the coming days are those that a card a day would bring', () => {
  const planned = chooseCards(catalogue, newLearning, monday, 8).map((chosen) => chosen.card.id)
  let learning = newLearning
  planned.forEach((id, i) => {
    const day = addDays(monday, i)
    const today = chooseTodaysCard(catalogue, learning, day)
    expect(today?.card.id).toBe(id)
    learning = { ...learning, completed: { ...learning.completed, [id]: day } }
  })
})

test('a wrong answer comes back after three days, a right one never', () => {
  const learning: Learning = {
    ...newLearning,
    lastAnswers: {
      'smartphone-basics-10': { answer: 1, correct: false, on: '2026-11-20' },
      'smartphone-basics-20': { answer: 1, correct: false, on: '2026-11-21' },
      'smartphone-basics-30': { answer: 0, correct: true, on: '2026-11-01' },
    },
  }
  const due = (day: string) => listDueReviews(catalogue, learning, day).map((each) => each.order)
  expect(due('2026-11-22')).toEqual([])
  expect(due('2026-11-23')).toEqual([10])
  expect(due('2026-11-24')).toEqual([10, 20])
})

test('points come once per card and a day counts once', () => {
  const deed = {
    type: 'complete_card' as const,
    card: card('ai-basics', 10),
    answer: { answer: 0, correct: true, on: monday },
  }
  const once = applyToLearning(newLearning, deed)
  const twice = applyToLearning(once, deed)
  expect(once).toMatchObject({ points: 10, daysTogether: 1, lastDay: monday })
  expect(twice).toEqual(once)
})
