import { sql } from 'kysely'
import type { Tx } from '~/platform/database/database.server'
import { photoLimits } from './photo-limits'

export interface PhotoFile {
  fileId: string
  /** Whether the viewer's consent for health data holds. */
  mayKeep: boolean
  /** Whether it is among the first `photoLimits.mostPhotos` that the viewer has and has not taken back. */
  hasRoom: boolean
}

/**
 * Where the bytes of a photo of the viewer's are; null when there is no such photo, when it was taken back, or when it
 * is somebody else's.
 */
export async function findPhotoFile(tx: Tx, photoId: string): Promise<PhotoFile | null> {
  const { rows } = await sql<PhotoFile>`
    select file_id as "fileId", gyeote.may_keep_health_data() as "mayKeep",
      (select count(*) < ${photoLimits.mostPhotos} from gyeote.photos before
        where before.person_id = photo.person_id
          and (before.received_at, before.id) < (photo.received_at, photo.id)
          and not exists (
            select from gyeote.retractions
            where retractions.person_id = before.person_id and fact_id = before.id)) as "hasRoom"
    from gyeote.photos photo
    where id = ${photoId} and person_id = auth.uid()
      and not exists (
        select from gyeote.retractions
        where retractions.person_id = photo.person_id and fact_id = photo.id)`.execute(tx)
  return rows[0] ?? null
}
