interface Pixels {
  width: number
  height: number
  /** Red, green, blue and clearness, one byte each. */
  data: Uint8ClampedArray
}

/**
 * The picture in grey, as a binary PGM: nothing has to be packed and unpacked on a slow phone. What is mostly
 * dark is turned round, since the reader was taught on paper.
 */
export function greyMap({ width, height, data }: Pixels): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`)
  const map = new Uint8Array(head.length + width * height)
  map.set(head)
  const greys = map.subarray(head.length)
  let sum = 0
  for (let from = 0, to = 0; to < greys.length; from += 4, to++) {
    const grey =
      ((data[from] ?? 0) * 77 + (data[from + 1] ?? 0) * 151 + (data[from + 2] ?? 0) * 28) >> 8
    greys[to] = grey
    sum += grey
  }
  if (sum / greys.length < 128) greys.forEach((grey, at) => (greys[at] = 255 - grey))
  return map
}
