import type { Answer, Facts } from '../schedule/facts'
import { recordsOf } from '../schedule/dose-records'

/** The answers to a dose that others have replaced since, the first one first. None ever goes. */
export function trailOf(facts: Facts, key: string): Answer[] {
  const record = recordsOf(facts).find(key)
  if (!record) return []
  const standing = new Set([...record.heads, ...record.extras].map(({ id }) => id))
  const answers = facts.answers.filter(({ doseKey }) => doseKey === key)
  const depths = depthsOf(answers)
  return answers
    .filter(({ id }) => !standing.has(id))
    .sort(
      (a, b) =>
        (depths.get(a.id) ?? 0) - (depths.get(b.id) ?? 0) || a.at - b.at || (a.id < b.id ? -1 : 1),
    )
}

/** How many answers each one builds upon: that order needs no clock, which may be wrong. */
function depthsOf(answers: readonly Answer[]): Map<string, number> {
  const byId = new Map(answers.map((answer) => [answer.id, answer]))
  const depths = new Map<string, number>()
  const depthOf = (id: string, below: ReadonlySet<string>): number => {
    const known = depths.get(id)
    const answer = byId.get(id)
    if (known !== undefined || !answer || below.has(id)) return known ?? 0
    const seen = new Set(below).add(id)
    const depth = Math.max(0, ...answer.replaces.map((other) => 1 + depthOf(other, seen)))
    depths.set(id, depth)
    return depth
  }
  for (const { id } of answers) depthOf(id, new Set())
  return depths
}
