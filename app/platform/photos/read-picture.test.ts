import { describe, expect, test } from 'vitest'
import { readPicture } from './read-picture'
import { joined } from './picture'
import { chunk, jpeg, jpegWith, losslessChunk, lossyChunk, segment, webp } from './test-pictures'

const textOf = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('latin1')
const place = 'GPSLatitude 37.5665'
const size = { width: 24, height: 16 }

describe('a JPEG', () => {
  test('is known by its bytes, with its size', () => {
    expect(readPicture(jpeg)).toEqual({ mediaType: 'image/jpeg', ...size, bytes: jpeg })
  })

  test('loses what a camera wrote into it, and nothing of the picture', () => {
    const taken = jpegWith(
      segment(0xe1, `Exif\0\0${place}`),
      segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${place}`),
      segment(0xe2, `MPF\0${place}`),
      segment(0xed, `Photoshop 3.0\0${place}`),
      segment(0xe0, `JFXX\0${place}`),
      segment(0xfe, place),
    )
    expect(textOf(taken)).toContain(place)
    expect(readPicture(taken)?.bytes).toEqual(jpeg)
  })

  test('loses what stands between its scans and after its end', () => {
    const beforeScan = jpeg.findIndex((byte, at) => byte === 0xff && jpeg[at + 1] === 0xda)
    const late = joined([
      jpeg.subarray(0, beforeScan),
      segment(0xe1, place),
      jpeg.subarray(beforeScan, -2),
      segment(0xe1, place),
      jpeg.subarray(-2),
      Buffer.from(`the film that belongs to it, ${place}`),
    ])
    expect(readPicture(late)?.bytes).toEqual(jpeg)
  })

  test('keeps how its colours are meant', () => {
    const meant = [segment(0xe2, 'ICC_PROFILE\0the profile'), segment(0xee, 'Adobe\0')]
    expect(readPicture(jpegWith(...meant))?.bytes).toEqual(jpegWith(...meant))
  })

  test('may begin a marker with more than one 0xff, and restart within its data', () => {
    const filled = joined([jpeg.subarray(0, 2), Uint8Array.of(0xff, 0xff), jpeg.subarray(2)])
    expect(readPicture(filled)).toMatchObject(size)
    const restarted = joined([jpeg.subarray(0, -2), Uint8Array.of(0xff, 0xd0, 1, 0xff, 0xd9)])
    expect(readPicture(restarted)?.bytes).toEqual(restarted)
  })

  test('that ends anywhere too early is none', () => {
    for (let length = 0; length < jpeg.length; length++)
      expect(readPicture(jpeg.subarray(0, length)), `${length} bytes`).toBeNull()
  })
})

describe('a WebP', () => {
  const head = (flags: number) =>
    chunk('VP8X', Uint8Array.of(flags, 0, 0, 0, size.width - 1, 0, 0, size.height - 1, 0, 0))

  test.each([
    ['lossy', lossyChunk],
    ['lossless', losslessChunk],
  ])('%s, is known by its bytes, with its size', (_kind, picture) => {
    const bytes = webp(picture)
    expect(readPicture(bytes)).toEqual({ mediaType: 'image/webp', ...size, bytes })
  })

  test('loses what a camera wrote into it, and says so in its head', () => {
    const written = Buffer.from(place)
    const taken = webp(
      head(0x2c),
      chunk('ICCP', Buffer.from('colours')),
      lossyChunk,
      chunk('EXIF', written),
      chunk('XMP ', written),
      chunk('what', written),
    )
    const clean = webp(head(0x20), chunk('ICCP', Buffer.from('colours')), lossyChunk)
    expect(readPicture(taken)?.bytes).toEqual(clean)
    expect(readPicture(joined([taken, written]))?.bytes).toEqual(clean)
  })

  test('that moves is none, nor one that ends too early', () => {
    expect(readPicture(webp(head(0x02), lossyChunk))).toBeNull()
    expect(readPicture(webp(lossyChunk, losslessChunk))).toBeNull()
    const bytes = webp(head(0), losslessChunk)
    for (let length = 0; length < bytes.length; length++)
      expect(readPicture(bytes.subarray(0, length)), `${length} bytes`).toBeNull()
  })
})

test.each([
  ['nothing', ''],
  ['a page', '<!doctype html><script>alert(1)</script>'],
  ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['a PNG', '\x89PNG\r\n\x1a\n'],
  ['a GIF', 'GIF89a'],
  ['a picture of an iPhone', '\0\0\0\x18ftypheic\0\0\0\0'],
  ['a page that begins like a JPEG', '\xff\xd8\xff\xe0<script>alert(1)</script>'],
])('%s is no picture', (_name, text) => {
  expect(readPicture(Buffer.from(text, 'latin1'))).toBeNull()
})
