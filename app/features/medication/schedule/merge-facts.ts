import type { Fact, FactKind, FactOf, Facts } from './facts'

/** Some facts, such as one command or one answer of the server brings. */
export type MoreFacts = Partial<Pick<Facts, FactKind>>

/**
 * All facts of both, each id once: in whatever order and batches they come, the same are known in the end.
 * Lists that gain nothing stay the very same, so that what was worked out from them is found again.
 */
export function mergeFacts(facts: Facts, more: MoreFacts): Facts {
  let merged = facts
  for (const kind of Object.keys(more) as FactKind[]) {
    merged = mergeKind(merged, kind, more[kind] ?? [])
  }
  return merged
}

function mergeKind<K extends FactKind>(facts: Facts, kind: K, more: readonly FactOf<K>[]): Facts {
  const known = new Map<string, FactOf<K>>(facts[kind].map((fact) => [fact.id, fact]))
  let changed = false
  for (const fact of more) {
    const other = known.get(fact.id)
    if (other && receivedAt(other) <= receivedAt(fact)) continue
    known.set(fact.id, fact)
    changed = true
  }
  return changed ? { ...facts, [kind]: [...known.values()] } : facts
}

/** A fact comes back from the server with its time of arrival; the first one stands. */
const receivedAt = (fact: Fact) => fact.receivedAt ?? Infinity
