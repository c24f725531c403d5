interface Size {
  width: number
  height: number
}

/** As wide as letters of a message read best; small pictures twice as large, and no memory is without end. */
const bestWidth = 1_500
const largestScale = 2
const mostPixels = 6_000_000

export function readingSize({ width, height }: Size): Size {
  const wanted = Math.max(1, bestWidth / Math.min(width, height))
  const times = Math.min(wanted, largestScale, Math.sqrt(mostPixels / (width * height)))
  return {
    width: Math.max(1, Math.round(width * times)),
    height: Math.max(1, Math.round(height * times)),
  }
}
