import type { Page } from 'playwright'
import { segment } from '../../../app/platform/photos/test-pictures'

/** Where every picture below says that it was taken. */
export const place = 'GPSLatitude 37.5665'

/**
 * A picture as a phone's camera makes it: lying, of 2400 × 1600 coloured noise, with an order to turn it by a
 * quarter and with the place in its EXIF. A green square lies at the left and so, turned, at the top.
 */
export async function makePicture(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 2400, height: 1600 })
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    for (let x = 0; x < 2400; x += 8)
      for (let y = 0; y < 1600; y += 8) {
        pen.fillStyle = `hsl(${Math.floor(Math.random() * 360)} 60% 60%)`
        pen.fillRect(x, y, 8, 8)
      }
    pen.fillStyle = '#00ff00'
    pen.fillRect(0, 0, 400, 1600)
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.9))
    const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))
    let letters = ''
    for (const byte of bytes) letters += String.fromCharCode(byte)
    return btoa(letters)
  })
  const bytes = Buffer.from(base64, 'base64')
  return Buffer.concat([bytes.subarray(0, 2), segment(0xe1, exif), bytes.subarray(2)])
}

/** Little-endian TIFF with one entry: orientation (0x0112), a short, 6: turn it by a quarter to the right. */
const exif = `Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0${place}`

/** Size and the colour in the middle of the upper edge, as the page shows it. */
export function lookAt(page: Page) {
  return page.getByRole('img', { name: '약봉지 사진' }).evaluate((element) => {
    const image = element as HTMLImageElement
    const { naturalWidth: width, naturalHeight: height } = image
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    const pen = canvas.getContext('2d')
    pen?.drawImage(image, 0, 0)
    const [red = 0, green = 0, blue = 0] = pen?.getImageData(width / 2, 20, 1, 1).data ?? []
    return { width, height, isGreenAbove: green > 200 && red < 60 && blue < 60 }
  })
}
