import { encodeQR } from 'qr'

/** A picture of a QR code as pixels, black on white, each of its squares so many pixels wide. */
export function drawCode(text: string, scale = 4) {
  const squares = encodeQR(text, 'raw', { border: 4, scale })
  const size = squares.length
  const data = new Uint8ClampedArray(size * size * 4).fill(255)
  squares.flat().forEach((isBlack, at) => {
    if (isBlack) data.fill(0, at * 4, at * 4 + 3)
  })
  return { width: size, height: size, data, colorSpace: 'srgb' as const }
}
