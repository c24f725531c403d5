import { sql } from 'kysely'
import type { Tx } from '~/platform/database/database.server'

export interface PhotoFile {
  fileId: string
  /** Whether the viewer's consent for health data holds. */
  mayKeep: boolean
}

/**
 * Where the bytes of a photo of the viewer's are; null when there is no such photo, when it was taken back, or when it
 * is somebody else's.
 */
export async function findPhotoFile(tx: Tx, photoId: string): Promise<PhotoFile | null> {
  const { rows } = await sql<PhotoFile>`
    select file_id as "fileId", gyeote.may_keep_health_data() as "mayKeep"
    from gyeote.photos photo
    where id = ${photoId} and person_id = auth.uid()
      and not exists (
        select from gyeote.retractions
        where retractions.person_id = photo.person_id and fact_id = photo.id)`.execute(tx)
  return rows[0] ?? null
}
