interface Size {
  width: number
  height: number
}

/** Twice as large reads best; a screenshot of a new phone is large enough, and its memory is not without end. */
const scale = 2
const mostPixels = 6_000_000

export function readingSize({ width, height }: Size): Size {
  const most = Math.sqrt(mostPixels / (width * height))
  const times = Math.min(scale, most)
  return {
    width: Math.max(1, Math.round(width * times)),
    height: Math.max(1, Math.round(height * times)),
  }
}
