import { sql } from 'kysely'
import type { Tx } from '~/platform/database/database.server'
import type { SayFine } from './command-schema'

/** Tells everybody who is linked with the viewer that all is well, once a day. */
export async function sayFine(
  tx: Tx,
  _personId: string,
  _payload: SayFine,
  { occurredAt }: { occurredAt: Date },
) {
  const { rows } = await sql<{ told: boolean }>`
    select gyeote.say_fine(${occurredAt}) as told`.execute(tx)
  return rows[0]?.told
    ? { status: 'accepted' as const }
    : { status: 'refused' as const, reason: 'no_family' as const }
}
