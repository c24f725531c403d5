import { sql } from 'kysely'
import type { Parts } from '../context.server'

const most = 200

/**
 * Removes the files of photos that were taken back or whose person is gone, also those of earlier runs that
 * were cut short. Safe to repeat.
 * @throws {PhotoStoreError} when the store would not remove them; they come again at the next run.
 */
export async function erasePhotos({ db, photos }: Pick<Parts, 'db' | 'photos'>): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ id: string }>`
      select gyeote.list_photo_erasures(${most}) as id`.execute(db.root)
    if (rows.length === 0) return
    const files = rows.map(({ id }) => id)
    await photos.remove(files)
    await sql`select gyeote.finish_photo_erasures(${files}::uuid[])`.execute(db.root)
  }
}
