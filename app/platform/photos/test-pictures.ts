import { joined } from './picture'

/** Pictures that a browser made: 24 × 16, a green block on white. */
const fromBase64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))

/** As a canvas gives it, in quality 0.1, without its colour profile. */
export const jpeg = fromBase64(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////' +
    '////////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////' +
    '////////////////////wAARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAME/8QAHhAAAQIHAQAAAAAA' +
    'AAAAAAAAAAMREhMUImFjoeH/xAAVAQEBAAAAAAAAAAAAAAAAAAAAAf/EABURAQEAAAAAAAAAAAAAAAAAAAAh/9oADAMBAAIR' +
    'AxEAPwDQutJhtd8kqzX3wqujOhuZsEqPZz0JWoABX//Z',
)
export const lossyChunk = fromBase64(
  'VlA4IDYAAAAQAwCdASoYABAALtGIxGIkLCwsDADQSgAAudZvmLtRNMAA/vYC//bUquoOMrFKBj/R1AeAAAA=',
)
export const losslessChunk = fromBase64(
  'VlA4TCQAAAAvF8ADAA/wI9xLtL9HeP4DD2TSNnMw/2rzjUmI6P84AEDzmjc=',
)

/** @param name of the marker's second byte, as 0xe1 for EXIF and XMP. */
export function segment(name: number, body: string): Uint8Array {
  const bytes = Buffer.from(body, 'latin1')
  const length = bytes.length + 2
  return joined([Uint8Array.of(0xff, name, length >> 8, length & 0xff), bytes])
}

/** The JPEG with segments where a camera puts them: after the first marker. */
export const jpegWith = (...segments: Uint8Array[]) =>
  joined([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)])

export function chunk(name: string, body: Uint8Array): Uint8Array {
  const head = new Uint8Array(8)
  head.set(Buffer.from(name))
  new DataView(head.buffer).setUint32(4, body.length, true)
  return joined([head, body, new Uint8Array(body.length % 2)])
}

export function webp(...chunks: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const body = joined([Buffer.from('WEBP'), ...chunks])
  const head = new Uint8Array(8)
  head.set(Buffer.from('RIFF'))
  new DataView(head.buffer).setUint32(4, body.length, true)
  return joined([head, body])
}
