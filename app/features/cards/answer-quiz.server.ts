import { dateIn } from '~/platform/clock'
import type { Tx } from '~/platform/database/database.server'
import type { Card } from './card'
import type { AnswerReview } from './command-schema'

export interface CommandMeta {
  commandId: string
  /** When it happened by the phone's clock, already clamped to the present. */
  occurredAt: Date
  receivedAt: Date
}

type Answered =
  | { status: 'accepted'; result: { correct: boolean; day: string } }
  | { status: 'refused'; reason: 'unknown_card' }

/**
 * Keeps one answer to a quiz (also when the card comes back for review) and counts the day. A day later
 * than the person's own today comes from a wrong clock and counts as today.
 */
export async function answerQuiz(
  tx: Tx,
  personId: string,
  input: AnswerReview,
  meta: CommandMeta,
): Promise<Answered> {
  const card = await tx
    .selectFrom('gyeote.cards')
    .select('content')
    .where('id', '=', input.cardId)
    .executeTakeFirst()
  const chosen = (card?.content as Card | undefined)?.quiz.answers[input.answer]
  if (!chosen) return { status: 'refused', reason: 'unknown_card' }
  const { time_zone: timeZone } = await tx
    .selectFrom('gyeote.people')
    .select('time_zone')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const today = dateIn(timeZone, meta.receivedAt)
  const day = input.answeredOn > today ? today : input.answeredOn
  await tx
    .insertInto('gyeote.quiz_answers')
    .values({
      person_id: personId,
      id: meta.commandId,
      card_id: input.cardId,
      answer: input.answer,
      correct: chosen.correct,
      answered_on: day,
      occurred_at: meta.occurredAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx
    .insertInto('gyeote.days_together')
    .values({ person_id: personId, day })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx
    .updateTable('gyeote.people')
    .set({ last_active_on: day })
    .where('id', '=', personId)
    .where('last_active_on', '<', day)
    .execute()
  return { status: 'accepted', result: { correct: chosen.correct, day } }
}
