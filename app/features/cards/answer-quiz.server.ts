import { sql } from 'kysely'
import { dateIn } from '~/platform/clock'
import type { Tx } from '~/platform/database/database.server'
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
  _personId: string,
  input: AnswerReview,
  meta: CommandMeta,
): Promise<Answered> {
  const answered = await judgeAnswer(tx, input, meta)
  if (answered.status === 'accepted')
    await sql`select gyeote.keep_answer(${sql.join(kept(input, answered, meta))})`.execute(tx)
  return answered
}

/** Whether an answer is right, and on which day it counts. */
export async function judgeAnswer(
  tx: Tx,
  { cardId, answer, answeredOn }: AnswerReview,
  { receivedAt }: CommandMeta,
): Promise<Answered> {
  const { rows } = await sql<{ correct: boolean | null; zone: string }>`
    select correct, zone from gyeote.judge_answer(${cardId}, ${answer})`.execute(tx)
  if (!rows[0]) throw new Error('the person of this session has no row')
  const { correct, zone } = rows[0]
  if (correct === null) return { status: 'refused', reason: 'unknown_card' }
  const today = dateIn(zone, receivedAt)
  return { status: 'accepted', result: { correct, day: answeredOn > today ? today : answeredOn } }
}

/** What `keep_answer` and `finish_card` are told of an answer that was judged. */
export const kept = (
  { cardId, answer }: Pick<AnswerReview, 'cardId' | 'answer'>,
  { result }: Extract<Answered, { status: 'accepted' }>,
  { commandId, occurredAt }: CommandMeta,
) => [
  sql`${commandId}::uuid`,
  sql`${cardId}::text`,
  sql`${answer}::int`,
  sql`${result.correct}::boolean`,
  sql`${result.day}::date`,
  sql`${occurredAt.toISOString()}::timestamptz`,
]
