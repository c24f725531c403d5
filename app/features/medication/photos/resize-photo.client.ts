import { decodePicture } from '~/platform/photos/decode-picture.client'
import { fitPhoto, type Size } from './fit-photo'

/**
 * The picture as JPEG, small enough to be sent. Drawing it anew leaves out what the camera wrote into the
 * file, the place among it, and turns it as the camera was held.
 * @returns null when this phone cannot read it, as most cannot read an iPhone's HEIC.
 */
export async function resizePhoto(file: Blob): Promise<Blob | null> {
  const picture = await decodePicture(file)
  if (!picture) return null
  try {
    return await fitPhoto(picture, (size, quality) => encode(picture.source, size, quality))
  } finally {
    picture.close()
  }
}

function encode(
  source: CanvasImageSource,
  { width, height }: Size,
  quality: number,
): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  const pen = canvas.getContext('2d')
  if (!pen) return Promise.resolve(null)
  // JPEG knows no glass: what was clear would become black.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(source, 0, 0, width, height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
}
