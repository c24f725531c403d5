import { sql } from 'kysely'
import type { Tx } from '~/platform/database/database.server'

export interface PhotoFile {
  fileId: string
  isOwn: boolean
  /** Whether the viewer's consent for health data holds. */
  mayKeep: boolean
}

/**
 * Where the bytes of a photo are that the viewer may see; null when there is no such photo, when it was taken
 * back, or when it is nobody's who lets the viewer see it. Of two with one id the viewer's own.
 */
export async function findPhotoFile(tx: Tx, photoId: string): Promise<PhotoFile | null> {
  const { rows } = await sql<PhotoFile>`
    select file_id as "fileId",
      person_id = auth.uid() as "isOwn", gyeote.may_keep_health_data() as "mayKeep"
    from gyeote.photos photo
    where id = ${photoId} and person_id = any ((select gyeote.visible_persons('med'))::uuid[])
      and not exists (
        select from gyeote.retractions
        where retractions.person_id = photo.person_id and fact_id = photo.id)
    order by "isOwn" desc limit 1`.execute(tx)
  return rows[0] ?? null
}
