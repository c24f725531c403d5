import { sql } from 'kysely'
import { epochDay } from '~/features/medication/schedule/care-date'
import { groupKey } from '~/features/medication/schedule/keys'
import type { Tx } from '~/platform/database/database.server'
import type { StopLadder } from './command-schema'

/** Nobody is told of this group, or nobody further; the first of this and 「제가 챙길게요」 holds. */
export async function stopLadder(
  tx: Tx,
  _personId: string,
  { day, slot }: StopLadder,
  { occurredAt }: { occurredAt: Date },
) {
  await sql`
    select gyeote.stop_ladder(${groupKey(epochDay(day), slot)}, ${occurredAt})`.execute(tx)
  return { status: 'accepted' as const }
}
