import type { Page } from 'playwright'
import { drawCode } from '../../../app/features/scam-check/pictures/test-codes'

/** A photo of a QR code, as PNG: a little turned, on a coloured ground. */
export async function pictureCode(page: Page, text: string): Promise<Buffer> {
  const { width, data } = drawCode(text, 6)
  const base64 = await page.evaluate(
    ({ width, bytes }) => {
      const code = Object.assign(document.createElement('canvas'), { width, height: width })
      code
        .getContext('2d')
        ?.putImageData(new ImageData(new Uint8ClampedArray(bytes), width, width), 0, 0)
      const side = width * 2
      const photo = Object.assign(document.createElement('canvas'), { width: side, height: side })
      const pen = photo.getContext('2d')
      if (!pen) throw new Error('no canvas')
      pen.fillStyle = '#b9a888'
      pen.fillRect(0, 0, side, side)
      pen.translate(side / 2, side / 2)
      pen.rotate(0.15)
      pen.drawImage(code, -width / 2, -width / 2)
      return photo.toDataURL('image/png').split(',')[1] ?? ''
    },
    { width, bytes: [...data] },
  )
  return Buffer.from(base64, 'base64')
}
