interface Pixels {
  width: number
  height: number
  /** Red, green, blue and clearness, one byte each. */
  data: Uint8ClampedArray
}

/** The picture in grey, as a binary PGM: nothing has to be packed and unpacked on a slow phone. */
export function greyMap({ width, height, data }: Pixels): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`)
  const map = new Uint8Array(head.length + width * height)
  map.set(head)
  for (let from = 0, to = head.length; to < map.length; from += 4, to++)
    map[to] =
      ((data[from] ?? 0) * 77 + (data[from + 1] ?? 0) * 151 + (data[from + 2] ?? 0) * 28) >> 8
  return map
}
