import { v7 } from 'uuid'
import { phoneNow, thisPhone } from '~/offline/this-phone'
import { waitingPhoto } from './kept-photos'
import { base64Of } from './photo-bytes'
import { resizePhoto } from './resize-photo.client'

export type NewPhoto =
  | { photoId: string; jpeg: string }
  /** This phone cannot read the file. */
  | 'unreadable'

/**
 * Makes a picture small and keeps it on the phone, under the id its photo is to have. It is sent once that
 * photo has been written down with its medicine (`replacePhotos`), and forgotten when it never is.
 */
export async function keepNewPhoto(file: Blob): Promise<NewPhoto> {
  const resized = await resizePhoto(file)
  if (!resized) return 'unreadable'
  const jpeg = base64Of(new Uint8Array(await resized.arrayBuffer()))
  const photoId = v7()
  const waiting = { jpeg, takenAt: phoneNow().getTime(), refused: false }
  // Without room on the phone it lives in this page, and is sent from there.
  await thisPhone().withStore((store) => store.keep(waitingPhoto, waiting, photoId))
  return { photoId, jpeg }
}
