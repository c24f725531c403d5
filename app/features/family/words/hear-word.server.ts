import { sql } from 'kysely'
import type { Tx } from '~/platform/database/database.server'
import type { HearWord } from './command-schema'

/** Puts a word of the family away; one that is gone already stays gone. */
export async function hearWord(tx: Tx, _personId: string, { wordId }: HearWord) {
  await sql`select gyeote.hear_family_word(${wordId}::uuid)`.execute(tx)
  return { status: 'accepted' as const }
}
