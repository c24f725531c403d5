import type { Weights } from '../knowledge'
import { marks } from '../marked-text'
import { eachGram, featuresOf, readByModel } from './features'

/** A text longer than this is read in pieces: what surrounds a trick must not thin it out. */
const piece = 600
const mostPieces = 40

/**
 * How much a marked message resembles scams, in logits: 0 is as much as not. Of a long text the mean of the two pieces
 * that resemble them most.
 */
export function resemblance(marked: string, names: readonly string[], weights: Weights): number {
  const text = readByModel(marked)
  if (text.length <= piece * 1.5) return logitOf(text, names, weights)
  const step = Math.max(piece, Math.ceil(text.length / mostPieces))
  const logits: number[] = []
  for (let at = 0; at < text.length; at += step)
    logits.push(logitOf(text.slice(at, at + piece), names, weights))
  logits.sort((a, b) => b - a)
  return ((logits[0] ?? 0) + (logits[1] ?? 0)) / 2
}

/** The same of a text as `readByModel` gives it, read at once. */
export function logitOf(
  text: string,
  names: readonly string[],
  { bytes, step, bias }: Weights,
): number {
  const { buckets, values } = featuresOf(text, names, bytes.length)
  let sum = bias
  buckets.forEach((bucket, i) => (sum += (bytes[bucket] ?? 0) * step * (values[i] ?? 0)))
  return sum
}

const window = 8
const lookedAt = 4_000

/** The two stretches of words, without links and numbers, that made a text resemble scams most, in their order. */
export function mostTelling(marked: string, { bytes }: Weights): { from: number; to: number }[] {
  const text = marked.slice(0, lookedAt)
  const worth = new Float64Array(text.length)
  eachGram(text, bytes.length, (bucket, from, to) => {
    const each = (bytes[bucket] ?? 0) / (to - from)
    for (let at = from; at < to; at++) worth[at] = (worth[at] ?? 0) + each
  })
  for (const mark of Object.values(marks))
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1))
      worth[at] = -Infinity
  const found: { from: number; to: number }[] = []
  for (let round = 0; round < 2; round++) {
    const best = heaviest(worth)
    if (best === null) break
    found.push(best)
    worth.fill(-Infinity, best.from, best.to)
  }
  return found.sort((a, b) => a.from - b.from)
}

function heaviest(worth: Float64Array): { from: number; to: number } | null {
  const length = Math.min(window, worth.length)
  let best = null
  let most = 0
  for (let from = 0; from + length <= worth.length; from++) {
    let sum = 0
    for (let at = from; at < from + length; at++) sum += worth[at] ?? 0
    if (sum <= most) continue
    most = sum
    best = { from, to: from + length }
  }
  return best
}
