import { photoLimits } from './photo-limits'

export interface Size {
  width: number
  height: number
}

/** The same shape with its longer side at most so long; never larger than it was. In whole pixels. */
export function sizeWithin({ width, height }: Size, longest: number): Size {
  const scale = Math.min(1, longest / Math.max(width, height))
  const scaled = (side: number) => Math.max(1, Math.round(side * scale))
  return { width: scaled(width), height: scaled(height) }
}

/** First coarser, since a label stays readable then; smaller only when that is not enough. */
const tries = [
  { longest: photoLimits.longestSide, quality: 0.8 },
  { longest: photoLimits.longestSide, quality: 0.6 },
  { longest: 1024, quality: 0.6 },
  { longest: 800, quality: 0.6 },
  { longest: 640, quality: 0.5 },
] as const

/**
 * Encodes a picture until it is small enough to be sent on a slow network.
 * @returns null when it cannot be encoded, or not as small as the server wants it.
 */
export async function fitPhoto<Encoded extends { size: number }>(
  size: Size,
  encode: (size: Size, quality: number) => Promise<Encoded | null>,
): Promise<Encoded | null> {
  let last: Encoded | null = null
  for (const { longest, quality } of tries) {
    last = await encode(sizeWithin(size, longest), quality)
    if (!last || last.size <= photoLimits.aimedBytes) return last
  }
  return last && last.size <= photoLimits.mostBytes ? last : null
}
