const longest = 3
const seed = 0x811c9dc5

/** The marked text as the model reads it: each row of digits is one 0. */
export const readByModel = (marked: string): string => marked.replace(/\d+/g, '0')

/**
 * Calls `use` for each run of one to three units, with its bucket (`size` is a power of two) and where it begins and
 * ends. FNV-1a over UTF-16 units: the same everywhere.
 */
export function eachGram(
  text: string,
  size: number,
  use: (bucket: number, from: number, to: number) => void,
): void {
  for (let from = 0; from < text.length; from++) {
    let hash = seed
    const end = Math.min(text.length, from + longest)
    for (let at = from; at < end; at++) {
      const unit = text.charCodeAt(at)
      hash = Math.imul(hash ^ (unit & 255), 0x01000193)
      hash = Math.imul(hash ^ (unit >>> 8), 0x01000193)
      use((hash ^ (hash >>> 15)) & (size - 1), from, at + 1)
    }
  }
}

/** The bucket of a named feature, such as a signal that was found. */
export function namedBucket(name: string, size: number): number {
  let hash = seed
  for (const letter of `#${name}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  return (hash ^ (hash >>> 15)) & (size - 1)
}

/** What one named feature weighs beside the runs of letters, which share a length of 1. */
export const namedValue = 0.15

/** The distinct buckets of a text with their values. `names` are the signals and findings in it. */
export function featuresOf(
  text: string,
  names: Iterable<string>,
  size: number,
): { buckets: number[]; values: number[] } {
  const seen = new Uint8Array(size)
  const buckets: number[] = []
  eachGram(text, size, (bucket) => {
    if (seen[bucket]) return
    seen[bucket] = 1
    buckets.push(bucket)
  })
  const each = 1 / Math.sqrt(Math.max(buckets.length, 60))
  const values: number[] = buckets.map(() => each)
  for (const name of new Set(names)) {
    buckets.push(namedBucket(name, size))
    values.push(namedValue)
  }
  return { buckets, values }
}
