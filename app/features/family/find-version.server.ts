import { sql } from 'kysely'
import type { Tx } from '~/platform/database/database.server'

/**
 * Changes whenever there may be something new on a page about the family: links, consents, requests, the end of
 * a day of waiting by the database's clock, and of the seniors what the viewer may see of them. Says nothing about what it is.
 */
export async function findVersion(tx: Tx): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select md5(concat_ws('|', gyeote.care_date(),
      (select string_agg(person_id || kind || version, ',' order by person_id, kind)
        from gyeote.family_versions),
      (select string_agg(id || status || coalesce((helps_from <= now())::text, ''), ',' order by id)
        from gyeote.family_links),
      (select string_agg(id || coalesce(relative_id::text, ''), ',' order by id)
        from gyeote.family_invites),
      (select string_agg(id || created_at::text, ',' order by id) from gyeote.family_requests))) as version`.execute(
    tx,
  )
  return rows[0]?.version ?? ''
}
