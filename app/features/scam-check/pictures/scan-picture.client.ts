import { decodePicture } from '~/platform/photos/decode-picture.client'
import { drawForCode } from './draw-code.client'
import { findCode } from './find-code.client'

const longestSide = 2_000

/** What the QR code in a picture says. */
export async function scanPicture(
  file: Blob,
): Promise<{ text: string } | 'unreadable' | 'no_code'> {
  const picture = await decodePicture(file)
  if (!picture) return 'unreadable'
  try {
    const pixels = drawForCode(picture.source, picture, longestSide)
    const text = pixels && (await findCode(pixels, 'picture'))
    return text ? { text } : 'no_code'
  } finally {
    picture.close()
  }
}
