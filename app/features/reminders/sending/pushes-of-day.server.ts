import { sql } from 'kysely'
import { usualZone } from '~/features/medication/schedule/moment'
import { dateIn } from '~/platform/clock'
import type { Database } from '~/platform/database/database.server'
import type { PushAnswer } from '~/platform/push/push.server'

/** No person gets more pushes a day, of every kind and on all phones together. */
export const mostADay = 40

type Rows = Pick<Database, 'root'>

/**
 * For what is pushed beside reminders, before it goes: counts as many of `wanted` pushes as the person's day still
 * holds, so that a process that dies in a circle comes to an end. @returns how many may go
 */
export async function takePushes(
  { root }: Rows,
  personId: string,
  wanted: number,
  at: Date,
): Promise<number> {
  const { rows } = await sql<{ may: number }>`
    select gyeote.take_pushes(${personId}::uuid, ${dateIn(usualZone, at)}::date, ${wanted}::int,
      ${mostADay}::int) as may`.execute(root)
  return rows[0]?.may ?? 0
}

/** Gives back what surely reached nobody. */
export async function giveBackPushes(
  { root }: Rows,
  personId: string,
  answers: readonly PushAnswer[],
): Promise<void> {
  const pushes = answers.filter((answer) => !mayHaveReached(answer)).length
  if (pushes > 0)
    await sql`select gyeote.give_back_pushes(${personId}::uuid, ${pushes}::int)`.execute(root)
}

const mayHaveReached = (answer: PushAnswer): boolean =>
  answer.came === 'taken' || (answer.came === 'broken' && answer.mayHaveArrived)
