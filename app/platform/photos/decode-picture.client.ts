export interface DecodedPicture {
  source: CanvasImageSource
  width: number
  height: number
  close(): void
}

/** A picture to be drawn, turned as the camera was held; null when this browser cannot open the file. */
export async function decodePicture(file: Blob): Promise<DecodedPicture | null> {
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
async function decodeInElement(file: Blob): Promise<DecodedPicture | null> {
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
