import type { Evidence } from './read-words'
import type { ReasonCode } from './verdict'

/** What speaks for a scam, in points, and where it stands. */
export interface Points {
  /** Of the rules alone, what soothes taken away. */
  rules: number
  /** What the model adds or takes. */
  model: number
  total: number
  /** What was counted: of a long talk only what stands in the stretch that tells most. */
  evidence: readonly Evidence[]
  /** That stretch, as offsets in the marked text. */
  from: number
  to: number
}

/** What the model is told besides the letters. */
export const namesOf = ({ evidence }: { evidence: readonly Evidence[] }): string[] =>
  evidence.map(({ code }) => code)

/** The weights of the codes that begin with `prefix`, the greatest first. */
export function weighed(
  evidence: readonly Evidence[],
  prefix: string,
  weights: Record<ReasonCode, number>,
) {
  return evidence
    .filter(({ code }) => code.startsWith(prefix))
    .map(({ code }) => weights[code])
    .sort((a, b) => b - a)
}

/** The first counts whole, each further one less: many weak words are not yet a strong one. */
export function fading(weights: readonly number[], by: number): number {
  return weights.reduce((sum, weight, i) => sum + weight * by ** i, 0)
}
