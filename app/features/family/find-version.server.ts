import { sql } from 'kysely'
import type { Tx } from '~/platform/database/database.server'

/**
 * Changes whenever there may be something new on a page about the family: links, consents, requests, the end of
 * a day of waiting by the database's clock, and of the seniors what the viewer may see of them. Says nothing about what it is.
 */
export async function findVersion(tx: Tx): Promise<string> {
  const { rows } = await sql<{
    version: string
  }>`select gyeote.family_version() as version`.execute(tx)
  return rows[0]?.version ?? ''
}
