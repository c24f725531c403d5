import { sql } from 'kysely'
import type { Tx } from '~/platform/database/database.server'
import { judgeAnswer, kept, type CommandMeta } from './answer-quiz.server'
import type { CompleteCard } from './command-schema'

/**
 * Finishes a card: the answer, the completion, its points once for ever, a day together, and `card_complete` in
 * the trail. One call, since a phone that was away sends hundreds of these.
 * Refused with `unknown_card` when there is no such card or no such answer.
 */
export async function completeCard(
  tx: Tx,
  _personId: string,
  input: CompleteCard,
  meta: CommandMeta,
) {
  const answered = await judgeAnswer(tx, { ...input, answeredOn: input.completedOn }, meta)
  if (answered.status === 'refused') return answered
  const { rows } = await sql<{ points: number }>`
    select gyeote.finish_card(${sql.join(kept(input, answered, meta))}) as points`.execute(tx)
  const { correct } = answered.result
  return { status: 'accepted' as const, result: { correct, points: rows[0]?.points ?? 0 } }
}
