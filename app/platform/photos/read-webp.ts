import { joined, type Picture } from './picture'

/**
 * A WebP picture without EXIF, XMP and chunks that nobody knows; moving pictures are none. RFC 9649.
 * @returns null for anything else.
 */
export function readWebp(bytes: Uint8Array): Picture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 20 || nameAt(bytes, 0) !== 'RIFF' || nameAt(bytes, 8) !== 'WEBP') return null
  const end = 8 + view.getUint32(4, true)
  if (end > bytes.length) return null
  const parts: Uint8Array[] = []
  let size: Size | null = null
  for (let at = 12; at < end;) {
    if (at + 8 > end) return null
    const name = nameAt(bytes, at)
    const length = view.getUint32(at + 4, true)
    const next = at + 8 + length + (length % 2)
    if (next > end) return null
    const chunk = bytes.slice(at, next)
    if (name === 'VP8X') {
      const flags = chunk[8] ?? 0
      if (flags & flag.animation || length < 10) return null
      chunk[8] = flags & ~(flag.exif | flag.xmp)
    }
    if (name === 'VP8 ' || name === 'VP8L') {
      if (size) return null
      size = name === 'VP8 ' ? lossySize(chunk) : losslessSize(chunk)
      if (!size) return null
    }
    if (kept.has(name)) parts.push(chunk)
    at = next
  }
  if (!size) return null
  const body = joined(parts)
  const head = bytes.slice(0, 12)
  new DataView(head.buffer).setUint32(4, 4 + body.length, true)
  return { mediaType: 'image/webp', ...size, bytes: joined([head, body]) }
}

interface Size {
  width: number
  height: number
}

const kept = new Set(['VP8X', 'ICCP', 'ALPH', 'VP8 ', 'VP8L'])
const flag = { animation: 0x02, xmp: 0x04, exif: 0x08 } as const

const nameAt = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))

/** Of the key frame's header, RFC 6386 section 9.1; 14 bits each. */
function lossySize(chunk: Uint8Array): Size | null {
  if (chunk.length < 18) return null
  if (chunk[11] !== 0x9d || chunk[12] !== 0x01 || chunk[13] !== 0x2a) return null
  const view = new DataView(chunk.buffer)
  return { width: view.getUint16(14, true) & 0x3fff, height: view.getUint16(16, true) & 0x3fff }
}

/** Each one less than it is, in 14 bits after the signature. */
function losslessSize(chunk: Uint8Array): Size | null {
  if (chunk.length < 13 || chunk[8] !== 0x2f) return null
  const bits = new DataView(chunk.buffer).getUint32(9, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}
