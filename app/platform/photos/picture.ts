export interface Picture {
  mediaType: 'image/jpeg' | 'image/webp'
  /** In pixels, as it is encoded. */
  width: number
  height: number
  /** The picture alone, without what its camera wrote into it. */
  bytes: Uint8Array<ArrayBuffer>
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
