import { featuresOf, readByModel } from '../../app/features/scam-check/verdict/model/features'
import { namesOf } from '../../app/features/scam-check/verdict/point-sums'
import type { Lists, Weights } from '../../app/features/scam-check/verdict/knowledge'
import { readWords } from '../../app/features/scam-check/verdict/read-words'
import type { CheckKind } from '../../app/features/scam-check/verdict/verdict'
import type { TaughtRow } from './rows'

/** Fewer buckets, and runs of letters that have nothing to do with each other share one. */
const size = 2 ** 17
/** A run of letters out of fewer template families than this is an accident; it would also swell the file. */
const fewestFamilies = 2
/** Weights this near to nothing, in steps of a byte, tell nothing left-out families could notice, and swell the file. */
const negligible = 2
const rounds = 50
const rate = 4
/** Talk has more ways to say a thing than rows of it, and wants to be held more loosely. */
const decayOf: Record<CheckKind, number> = { message: 2e-5, call: 1e-5 }
const piece = 900

export interface Example {
  buckets: number[]
  values: number[]
  scam: boolean
  family: string
  weight: number
}

/** What a row of the other kind weighs: talk and writing share tricks, and each has too few rows alone. */
export const shareOfOther = 0.3

/** A row as the model sees it; a long one in pieces that share its weight. */
export function examplesOf(
  row: TaughtRow,
  lists: Lists,
  kind: CheckKind,
  whole: number = 1,
): Example[] {
  const reading = readWords(row.text, lists, { kind, origin: 'typed' })
  const text = readByModel(reading.marked.text)
  const pieces: string[] = []
  for (let at = 0; at === 0 || at < text.length; at += piece)
    pieces.push(text.slice(at, at + piece))
  return pieces.map((one) => ({
    ...featuresOf(one, namesOf(reading), size),
    scam: row.scam,
    family: row.family,
    weight: whole / pieces.length,
  }))
}

/**
 * Logistic regression by full-batch gradient descent with a step for each weight (AdaGrad), both sides weighing the
 * same. Only additions, products and square roots in a fixed order: the same rows give the same bytes anywhere.
 */
export function trainWeights(examples: readonly Example[], kind: CheckKind): Weights {
  const decay = decayOf[kind]
  const weights = new Float64Array(size)
  const squares = new Float64Array(size).fill(1e-8)
  const gradient = new Float64Array(size)
  const isKept = bucketsOfManyFamilies(examples)
  let bias = 0
  const total = (scam: boolean) =>
    examples.reduce((sum, one) => sum + (one.scam === scam ? one.weight : 0), 0)
  const share = { scam: 0.5 / Math.max(1, total(true)), genuine: 0.5 / Math.max(1, total(false)) }
  for (let round = 0; round < rounds; round++) {
    gradient.fill(0)
    let biasGradient = 0
    for (const { buckets, values, scam, weight } of examples) {
      let sum = bias
      for (let i = 0; i < buckets.length; i++)
        sum += (weights[buckets[i] ?? 0] ?? 0) * (values[i] ?? 0)
      const slope = (logistic(sum) - (scam ? 1 : 0)) * weight * (scam ? share.scam : share.genuine)
      biasGradient += slope
      for (let i = 0; i < buckets.length; i++) {
        const bucket = buckets[i] ?? 0
        gradient[bucket] = (gradient[bucket] ?? 0) + slope * (values[i] ?? 0)
      }
    }
    bias -= rate * biasGradient
    for (let bucket = 0; bucket < size; bucket++) {
      if (!isKept[bucket]) continue
      const slope = (gradient[bucket] ?? 0) + decay * (weights[bucket] ?? 0)
      if (slope === 0) continue
      squares[bucket] = (squares[bucket] ?? 0) + slope * slope
      weights[bucket] = (weights[bucket] ?? 0) - (0.3 * slope) / Math.sqrt(squares[bucket] ?? 1)
    }
  }
  return quantise(weights, bias)
}

function bucketsOfManyFamilies(examples: readonly Example[]): Uint8Array {
  const families = new Map<number, Set<string>>()
  for (const { buckets, family } of examples)
    for (const bucket of buckets) {
      const known = families.get(bucket) ?? new Set()
      if (known.size < fewestFamilies) families.set(bucket, known.add(family))
    }
  const kept = new Uint8Array(size)
  for (const [bucket, { size: many }] of families) if (many >= fewestFamilies) kept[bucket] = 1
  return kept
}

function quantise(weights: Float64Array, bias: number): Weights {
  const largest = weights.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
  const step = Number((largest / 127 || 1).toPrecision(6))
  return {
    bytes: Int8Array.from(weights, (one) => {
      const steps = Math.round(one / step)
      return Math.abs(steps) > negligible ? steps : 0
    }),
    step,
    bias: Number(bias.toPrecision(6)),
  }
}

/** `Math.exp` differs between engines in its last bits; (1 + x/1024)^1024 by squaring does not. */
function logistic(x: number): number {
  let power = 1 + Math.max(-30, Math.min(30, -x)) / 1024
  for (let i = 0; i < 10; i++) power *= power
  return 1 / (1 + power)
}
