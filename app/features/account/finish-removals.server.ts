import type { Parts } from '~/platform/context.server'
import { erasePhotos } from '~/platform/photos/erase-photos.server'
import { eraseAuthUsers } from './erase-auth-users.server'

/**
 * What lies outside the database of people whose rows are gone: their auth users and the files of their
 * photos. Where one of the two is out of reach, the other goes all the same.
 * @throws what went wrong; what is left comes again at the next run.
 */
export async function finishRemovals(parts: Parts): Promise<void> {
  const done = await Promise.allSettled([eraseAuthUsers(parts), erasePhotos(parts)])
  for (const one of done) if (one.status === 'rejected') throw one.reason
}
