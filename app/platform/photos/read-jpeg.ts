import { joined, type Picture } from './picture'

/**
 * A JPEG without anything that is not the picture: where it was taken, when and with what (EXIF, XMP, IPTC,
 * comments, thumbnails) and whatever follows its end are left out. ISO/IEC 10918-1, annex B.
 * @returns null for anything that is not one whole JPEG.
 */
export function readJpeg(bytes: Uint8Array): Picture | null {
  if (bytes[0] !== 0xff || bytes[1] !== marker.start) return null
  const parts: Uint8Array[] = [bytes.subarray(0, 2)]
  let size: { width: number; height: number } | null = null
  let hasScan = false
  let at = 2
  for (;;) {
    // Any number of 0xff may stand before a marker.
    if (bytes[at] !== 0xff) return null
    while (bytes[at + 1] === 0xff) at += 1
    const code = bytes[at + 1]
    if (code === undefined) return null
    if (code === marker.end) {
      if (!size || !hasScan) return null
      parts.push(bytes.subarray(at, at + 2))
      return { mediaType: 'image/jpeg', ...size, bytes: joined(parts) }
    }
    const length = uint16(bytes, at + 2)
    let next = at + 2 + length
    if (length < 2 || next > bytes.length) return null
    if (isFrame(code)) {
      if (length < 8 || size) return null
      size = { height: uint16(bytes, at + 5), width: uint16(bytes, at + 7) }
    }
    if (code === marker.scan) {
      if (!size) return null
      hasScan = true
      next = endOfScan(bytes, next)
    }
    if (belongs(code, bytes.subarray(at + 4, at + 2 + length))) parts.push(bytes.subarray(at, next))
    at = next
  }
}

const marker = { start: 0xd8, end: 0xd9, scan: 0xda, comment: 0xfe } as const

/** SOF0 to SOF15, without the tables and extensions that lie between them. */
const isFrame = (code: number) =>
  code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc

/** Of the application's own segments only those that say how the colours are meant. */
function belongs(code: number, body: Uint8Array): boolean {
  if (code === marker.comment) return false
  if (code < 0xe0 || code > 0xef) return true
  const begins = (name: string) =>
    [...name].every((letter, index) => body[index] === letter.charCodeAt(0))
  return (
    (code === 0xe0 && begins('JFIF\0')) ||
    (code === 0xe2 && begins('ICC_PROFILE\0')) ||
    (code === 0xee && begins('Adobe'))
  )
}

/** The first marker after a scan's data: in these 0xff is followed by 0, or by a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7))
      return at
  }
  return bytes.length
}

const uint16 = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
