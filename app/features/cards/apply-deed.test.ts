import { expect, test } from 'vitest'
import type { WaitingDeed } from '~/commands/list-deeds'
import { addDays } from '~/platform/clock'
import { applyDeed } from './apply-deed'
import { listDueReviews } from './choose-card'
import { newLearning, type CardSummary } from './learning'

const card: CardSummary = {
  id: 'text-larger',
  track: 'smartphone-basics',
  order: 10,
  title: '글자 크게 보기',
  minutes: 3,
  points: 10,
  level: 1,
  edition: 'one',
  rightAnswer: 1,
}
const day = '2026-11-23'

const finished = (answer: number): WaitingDeed => ({
  id: '019ab2c4-0000-7000-8000-000000000001',
  type: 'complete_card',
  payload: { cardId: card.id, answer, completedOn: day },
  occurredAt: `${day}T00:00:00Z`,
  kept: true,
})
const dueAfter = (days: number, answer: number, catalogue = [card]) =>
  listDueReviews(
    catalogue,
    applyDeed(newLearning, finished(answer), catalogue),
    addDays(day, days),
  ).map(({ id }) => id)

test('without a network a wrong answer comes back for review as it does with one', () => {
  expect(dueAfter(2, 0)).toEqual([])
  expect(dueAfter(3, 0)).toEqual([card.id])
  expect(dueAfter(3, 1)).toEqual([])
})

test('by a copy that does not say which is right, nothing comes back', () => {
  expect(dueAfter(3, 0, [{ ...card, rightAnswer: null }])).toEqual([])
})
