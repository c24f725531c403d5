import { sql } from 'kysely'
import type { Tx } from '~/platform/database/database.server'
import type { WordToHear } from './kept-family'

/** What the viewer's family wrote to them and they have not put away, the oldest first. */
export async function listWordsToHear(tx: Tx): Promise<WordToHear[]> {
  const { rows } = await sql<{
    id: string
    name: string | null
    words: string
    created_at: Date | string
  }>`select id, name, words, created_at from gyeote.words_to_hear()`.execute(tx)
  return rows.map(({ id, name, words, created_at }) => ({
    id,
    name: name ?? '가족',
    words,
    at: new Date(created_at).toISOString(),
  }))
}
