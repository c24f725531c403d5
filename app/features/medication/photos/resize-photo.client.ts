import { fitPhoto, type Size } from './fit-photo'

/**
 * The picture as JPEG, small enough to be sent. Drawing it anew leaves out what the camera wrote into the
 * file, the place among it, and turns it as the camera was held.
 * @returns null when this phone cannot read it, as most cannot read an iPhone's HEIC.
 */
export async function resizePhoto(file: Blob): Promise<Blob | null> {
  const picture = await decode(file)
  if (!picture) return null
  try {
    return await fitPhoto(picture, (size, quality) => encode(picture.source, size, quality))
  } finally {
    picture.close()
  }
}

interface Decoded extends Size {
  source: CanvasImageSource
  close(): void
}

async function decode(file: Blob): Promise<Decoded | null> {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const { width, height } = bitmap
    return { source: bitmap, width, height, close: () => bitmap.close() }
  } catch {
    // An old browser that does not know the option, or one that reads more kinds in an element.
    return decodeInElement(file)
  }
}

/** By way of a `data:` address: the page's policy lets no picture come from `blob:`. */
async function decodeInElement(file: Blob): Promise<Decoded | null> {
  try {
    const image = new Image()
    image.src = await readAsAddress(file)
    await image.decode()
    const { naturalWidth: width, naturalHeight: height } = image
    return width > 0 && height > 0 ? { source: image, width, height, close: () => undefined } : null
  } catch {
    return null
  }
}

function readAsAddress(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error ?? new Error('the file could not be read'))
    reader.readAsDataURL(file)
  })
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
