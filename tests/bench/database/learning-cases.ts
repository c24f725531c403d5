import { randomUUID } from 'node:crypto'
import { applyCommand } from '~/commands/apply-command.server'
import type { Command } from '~/commands/catalog'
import { catalogHandlers } from '~/commands/catalog.server'
import { receiveOutbox } from '~/commands/receive-outbox.server'
import { forgetCatalogue, listCards } from '~/features/cards/catalogue.server'
import { forgetLearning } from '~/features/cards/get-learning.server'
import { loadLearningPage } from '~/features/cards/load-learning-page.server'
import { recordCardView } from '~/features/cards/record-card-view.server'
import type { OutboxAnswer } from '~/offline/outbox/wire'
import { outboxAsk } from '../server/people'
import type { Viewer } from './crowd'
import { daysOfLearning } from './fill-learning'
import { useCase } from './use-case'

export const today = new Date().toISOString().slice(0, 10)

/** A card the viewer has not finished yet. */
const newCard = (viewer: Viewer) => `card-${daysOfLearning + 1 + (viewer.finished++ % 20)}`

const completing = (viewer: Viewer): Command => ({
  type: 'complete_card',
  payload: { cardId: newCard(viewer), answer: 0, completedOn: today },
})

/** As a command comes out of an outbox: claimed, done, and its outcome stored. */
export const apply = (viewer: Viewer, command: Command, id: string = randomUUID()) =>
  applyCommand(viewer.context, catalogHandlers, viewer.personId, {
    ...command,
    id,
    occurredAt: new Date(),
  })

export const learningCases = [
  useCase('오늘, nothing cached of the person', async ({ anyone }) => {
    const { context, personId } = anyone()
    await listCards(context)
    await forgetLearning(context, personId)
    return async () => (await loadLearningPage(context)).learning.points >= 10 * daysOfLearning
  }),
  useCase('every card, read anew', async ({ anyone, world }) => {
    const { context } = anyone()
    await forgetCatalogue(world.parts)
    return async () => (await listCards(context)).length > daysOfLearning
  }),
  useCase('noting that a card was opened', async ({ anyone }) => {
    const viewer = anyone()
    await loadLearningPage(viewer.context)
    return async () => {
      await recordCardView(viewer.context, newCard(viewer))
      return true
    }
  }),
  useCase('completing a card', async ({ anyone }) => {
    const viewer = anyone()
    return async () => (await apply(viewer, completing(viewer))).status === 'accepted'
  }),
  useCase('the same command again', async ({ anyone }) => {
    const viewer = anyone()
    const command = completing(viewer)
    const id = randomUUID()
    await apply(viewer, command, id)
    return async () => (await apply(viewer, command, id)).status === 'duplicate'
  }),
  useCase('answering a review', async ({ anyone }) => {
    const viewer = anyone()
    const payload = { cardId: 'card-7', answer: 1, answeredOn: today }
    return async () =>
      (await apply(viewer, { type: 'answer_review', payload })).status === 'accepted'
  }),
  useCase('choosing a track', async ({ anyone }) => {
    const viewer = anyone()
    const payload = { track: 'fraud-defence' } as const
    return async () =>
      (await apply(viewer, { type: 'choose_track', payload })).status === 'accepted'
  }),
  useCase('an outbox with one finished card', async ({ anyone }) => {
    const viewer = anyone()
    const { body } = outboxAsk({ id: viewer.personId, headers: {} }, [completing(viewer)])
    return async () => {
      const answer = await receiveOutbox(viewer.context, catalogHandlers, body ?? '')
      const { adopted, results } = (await answer.json()) as OutboxAnswer
      return adopted !== undefined && results[0]?.status === 'accepted'
    }
  }),
]
