import { sql } from 'kysely'
import type { Parts } from '~/platform/context.server'

const daysKept = 40
const toldDaysKept = 7

/** Forgets pushes that were due more than 40 days ago, and what a family was told a week ago. @returns how many pushes. */
export async function trimReminders({ db, clock }: Pick<Parts, 'db' | 'clock'>): Promise<number> {
  const daysAgo = (days: number) => new Date(clock.now().getTime() - days * 24 * 60 * 60_000)
  await sql`select gyeote.forget_ladder(${daysAgo(toldDaysKept)})`.execute(db.root)
  const { rows } = await sql<{ trimmed: number }>`
    select gyeote.trim_reminder_sends(${daysAgo(daysKept)}) as trimmed`.execute(db.root)
  return rows[0]?.trimmed ?? 0
}
