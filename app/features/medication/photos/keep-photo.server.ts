import type { RequestContext } from '~/platform/context.server'
import { readPicture } from '~/platform/photos/read-picture'
import { findPhotoFile } from './find-photo-file.server'
import { photoLimits } from './photo-limits'

export type KeptPhoto =
  | { kept: true }
  | {
      kept: false
      reason:
        /** No photo of the viewer's by this id, not yet, or it was taken back. */
        | 'unknown_photo'
        | 'no_consent'
        /** No whole JPEG or WebP, or larger than a phone makes it. */
        | 'not_a_picture'
        | 'too_large'
        /** The viewer has as many as one person may have. */
        | 'no_room'
    }

/**
 * Keeps the picture of the viewer's own photo, without what a camera wrote into it. The first one stands: the
 * same photo again changes nothing.
 * @throws {PhotoStoreError} when it could not be kept; it may be sent again.
 */
export async function keepPhoto(
  context: RequestContext,
  photoId: string,
  sent: Uint8Array,
): Promise<KeptPhoto> {
  if (sent.length > photoLimits.mostBytes) return refused('too_large')
  const picture = readPicture(sent)
  if (!picture || !isOfAPhone(picture)) return refused('not_a_picture')
  const find = () => context.asViewer((tx) => findPhotoFile(tx, photoId))
  const before = await find()
  if (!before) return refused('unknown_photo')
  if (!before.mayKeep) return refused('no_consent')
  if (!before.hasRoom) return refused('no_room')
  await context.photos.put(before.fileId, picture)
  // Taken back while it was under way: its file may have been removed before it was there.
  if (await find()) return { kept: true }
  await context.photos.remove([before.fileId])
  return refused('unknown_photo')
}

const refused = (reason: Extract<KeptPhoto, { kept: false }>['reason']): KeptPhoto => ({
  kept: false,
  reason,
})

const isOfAPhone = ({ width, height }: { width: number; height: number }) =>
  Math.min(width, height) >= 1 && Math.max(width, height) <= photoLimits.longestSide
