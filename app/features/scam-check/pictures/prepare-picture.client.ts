import { decodePicture } from '~/platform/photos/decode-picture.client'
import { greyMap } from './grey-map'
import { readingSize } from './reading-size'

/**
 * A picture as the reader likes it: grey, and large enough for small letters.
 * @returns null when this phone cannot open the file.
 */
export async function preparePicture(file: Blob): Promise<Uint8Array | null> {
  const picture = await decodePicture(file)
  if (!picture) return null
  try {
    const { width, height } = readingSize(picture)
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    const pen = canvas.getContext('2d', { willReadFrequently: true })
    if (!pen) return null
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, width, height)
    pen.imageSmoothingQuality = 'high'
    pen.drawImage(picture.source, 0, 0, width, height)
    return greyMap(pen.getImageData(0, 0, width, height))
  } finally {
    picture.close()
  }
}
