import * as z from 'zod'
import { dateIn } from '~/platform/clock'
import type { RequestContext } from '~/platform/context.server'
import { appError } from '~/platform/http/app-errors'
import { answerQuiz } from './answer-quiz.server'
import type { AnsweredCard } from './answered-card'
import { completeCard } from './complete-card.server'
import { forgetLearning, getLearning } from './get-learning.server'

export const answerFormSchema = z.object({
  answer: z.coerce.number().int().min(0).max(3),
  commandId: z.uuid(),
})

/**
 * Somebody answered a card's question on the page: the first answer finishes the card, later ones are
 * practice. Begins an anonymous session when there is none, without a question.
 * @throws {Response} `unknown_card`, `too_many` or `unavailable`.
 */
export async function answerCard(
  context: RequestContext,
  cardId: string,
  input: z.output<typeof answerFormSchema>,
): Promise<AnsweredCard> {
  const { personId } = await context.session.begin()
  if (!(await context.limits.take('writePerPerson', personId))) throw appError('too_many')
  const { completed, timeZone } = await getLearning(context)
  const now = context.clock.now()
  const today = dateIn(timeZone, now)
  const meta = { commandId: input.commandId, occurredAt: now, receivedAt: now }
  const answer = { cardId, answer: input.answer }
  const outcome = await context.asViewer(async (tx) =>
    completed[cardId] === undefined
      ? completeCard(tx, personId, { ...answer, completedOn: today }, meta)
      : answerQuiz(tx, personId, { ...answer, answeredOn: today }, meta),
  )
  await forgetLearning(context, personId)
  if (outcome.status === 'refused') throw appError(outcome.reason)
  const { correct } = outcome.result
  return {
    answer: input.answer,
    correct,
    points: 'points' in outcome.result ? outcome.result.points : 0,
  }
}
