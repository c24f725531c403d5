import { sql } from 'kysely'
import { dateIn } from '~/platform/clock'
import type { Tx } from '~/platform/database/database.server'
import type { Card } from './card'
import type { AnswerReview } from './command-schema'
import type { CardRefusal } from './refusals'

export interface CommandMeta {
  commandId: string
  /** When it happened by the phone's clock, already clamped to the present. */
  occurredAt: Date
  receivedAt: Date
}

type Answered =
  | { status: 'accepted'; result: { correct: boolean; day: string } }
  | { status: 'refused'; reason: CardRefusal }

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
  const { card, timeZone } = await findCardAndZone(tx, personId, input.cardId)
  const chosen = card?.quiz.answers[input.answer]
  if (!chosen) return { status: 'refused', reason: 'unknown_card' }
  const today = dateIn(timeZone, meta.receivedAt)
  const day = input.answeredOn > today ? today : input.answeredOn
  // One statement: a phone that was away sends hundreds of these.
  await sql`
    with answered as (
      insert into gyeote.quiz_answers (person_id, id, card_id, answer, correct, answered_on, occurred_at)
      values (${personId}, ${meta.commandId}, ${input.cardId}, ${input.answer}, ${chosen.correct},
              ${day}::date, ${meta.occurredAt.toISOString()}::timestamptz)
      on conflict do nothing
    ), together as (
      insert into gyeote.days_together (person_id, day) values (${personId}, ${day}::date)
      on conflict do nothing
    )
    update gyeote.people set last_active_on = ${day}::date
    where id = ${personId} and last_active_on < ${day}::date`.execute(tx)
  return { status: 'accepted', result: { correct: chosen.correct, day } }
}

async function findCardAndZone(tx: Tx, personId: string, cardId: string) {
  const { rows } = await sql<{ card: Card | null; timeZone: string }>`
    select person.time_zone as "timeZone", card.content as card
    from gyeote.people person left join gyeote.cards card on card.id = ${cardId}
    where person.id = ${personId}`.execute(tx)
  if (!rows[0]) throw new Error('the person of this session has no row')
  return rows[0]
}
