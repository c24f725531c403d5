import { sql } from 'kysely'
import type { Tx } from '~/platform/database/database.server'
import { recordUserEvent } from '~/platform/telemetry/record-user-event.server'
import { answerQuiz, type CommandMeta } from './answer-quiz.server'
import type { CompleteCard } from './command-schema'

/**
 * Finishes a card: the answer, the completion, its points once for ever, and a day together.
 * Refused with `unknown_card` when there is no such card or no such answer.
 */
export async function completeCard(
  tx: Tx,
  personId: string,
  input: CompleteCard,
  meta: CommandMeta,
) {
  const answered = await answerQuiz(tx, personId, { ...input, answeredOn: input.completedOn }, meta)
  if (answered.status === 'refused') return answered
  await tx
    .insertInto('gyeote.card_completions')
    .values({
      person_id: personId,
      card_id: input.cardId,
      completed_on: answered.result.day,
      occurred_at: meta.occurredAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { rows } = await sql<{ points: number }>`
    select gyeote.award_card_points(${input.cardId}) as points`.execute(tx)
  const points = rows[0]?.points ?? 0
  await recordUserEvent(tx, 'card_complete', {
    card_id: input.cardId,
    quiz_correct: answered.result.correct,
    points_earned: points,
  })
  return { status: 'accepted' as const, result: { correct: answered.result.correct, points } }
}
