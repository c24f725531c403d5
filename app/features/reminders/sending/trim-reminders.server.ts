import { sql } from 'kysely'
import type { Parts } from '~/platform/context.server'

const daysKept = 40

/** Forgets pushes that were due more than 40 days ago. @returns how many. */
export async function trimReminders({ db, clock }: Pick<Parts, 'db' | 'clock'>): Promise<number> {
  const before = new Date(clock.now().getTime() - daysKept * 24 * 60 * 60_000)
  const { rows } = await sql<{ trimmed: number }>`
    select gyeote.trim_reminder_sends(${before}) as trimmed`.execute(db.root)
  return rows[0]?.trimmed ?? 0
}
