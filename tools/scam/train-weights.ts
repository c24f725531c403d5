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
/** What leans to neither side is not shut out. */
const leastLeaning = 0.05
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
 * same. A run of letters comes in by as much as it leans to one side, and its weight is given back by the same measure
 * (naive Bayes features, Wang and Manning 2012): what leans to neither learns little from single rows. Only additions,
 * products, quotients and square roots in a fixed order: the same rows give the same bytes anywhere.
 */
export function trainWeights(examples: readonly Example[], kind: CheckKind): Weights {
  const decay = decayOf[kind]
  const weights = new Float64Array(size)
  const squares = new Float64Array(size).fill(1e-8)
  const gradient = new Float64Array(size)
  const leaning = leaningOf(examples)
  const leaned = examples.map(({ buckets, values, ...one }) => {
    return { ...one, buckets, values: values.map((value, i) => value * at(leaning, buckets[i])) }
  })
  let bias = 0
  const total = (scam: boolean) =>
    examples.reduce((sum, one) => sum + (one.scam === scam ? one.weight : 0), 0)
  const share = { scam: 0.5 / Math.max(1, total(true)), genuine: 0.5 / Math.max(1, total(false)) }
  for (let round = 0; round < rounds; round++) {
    gradient.fill(0)
    let biasGradient = 0
    for (const { buckets, values, scam, weight } of leaned) {
      let sum = bias
      for (let i = 0; i < buckets.length; i++) sum += at(weights, buckets[i]) * (values[i] ?? 0)
      const slope = (logistic(sum) - (scam ? 1 : 0)) * weight * (scam ? share.scam : share.genuine)
      biasGradient += slope
      for (let i = 0; i < buckets.length; i++) {
        const bucket = buckets[i] ?? 0
        gradient[bucket] = at(gradient, bucket) + slope * (values[i] ?? 0)
      }
    }
    bias -= rate * biasGradient
    for (let bucket = 0; bucket < size; bucket++) {
      if (leaning[bucket] === 0) continue
      const slope = at(gradient, bucket) + decay * at(weights, bucket)
      if (slope === 0) continue
      squares[bucket] = at(squares, bucket) + slope * slope
      weights[bucket] = at(weights, bucket) - (0.3 * slope) / Math.sqrt(at(squares, bucket))
    }
  }
  return quantise(
    weights.map((weight, bucket) => weight * at(leaning, bucket)),
    bias,
  )
}

const at = (list: Float64Array, bucket = 0): number => list[bucket] ?? 0

/** For each bucket of enough families the root of how many times oftener one side has it than the other, less one. */
function leaningOf(examples: readonly Example[]): Float64Array {
  const families = new Map<number, Set<string>>()
  const having = { scam: new Float64Array(size), genuine: new Float64Array(size) }
  const all = { scam: 1, genuine: 1 }
  for (const { buckets, family, scam, weight } of examples) {
    const side = scam ? 'scam' : 'genuine'
    all[side] += weight
    for (const bucket of buckets) {
      having[side][bucket] = at(having[side], bucket) + weight
      const known = families.get(bucket) ?? new Set()
      if (known.size < fewestFamilies) families.set(bucket, known.add(family))
    }
  }
  const leaning = new Float64Array(size)
  for (const [bucket, { size: many }] of families) {
    if (many < fewestFamilies) continue
    const scam = (at(having.scam, bucket) + 1) / all.scam
    const genuine = (at(having.genuine, bucket) + 1) / all.genuine
    const times = Math.max(scam, genuine) / Math.min(scam, genuine)
    leaning[bucket] = Math.sqrt(times - 1) + leastLeaning
  }
  return leaning
}

function quantise(weights: Float64Array, bias: number): Weights {
  const largest = weights.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
  const step = Number((largest / 127 || 1).toPrecision(6))
  return {
    bytes: Int8Array.from(weights, (one) => Math.round(one / step)),
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
