import type { EpochDay } from './care-date'
import type { Version } from './schedule-facts'

/** A version and the care dates it rules: from `from` until just before `to`. */
export interface Ruling<V> {
  from: EpochDay
  to: EpochDay
  version: V
}

/**
 * Versions of one thing in the order in which they succeed each other, each naming the one its writer saw.
 * No clock is asked. Where two succeed the same one, the server's stands before one that still waits on
 * this phone, and the waiting one is shown to its writer.
 */
export function chainOf<V extends Version>(versions: readonly V[]): V[] {
  const successors = new Map<string | null, V>()
  for (const version of versions) {
    const other = successors.get(version.baseId)
    if (!other || standsBefore(version, other)) successors.set(version.baseId, version)
  }
  const chain: V[] = []
  for (let next = successors.get(null); next; next = successors.get(next.id)) chain.push(next)
  return chain
}

/** The id that the next version has to name as its base. */
export const currentIdOf = (versions: readonly Version[]): string | null =>
  chainOf(versions).at(-1)?.id ?? null

/** For each date the last of the chain that has begun, as stretches of dates in order. */
export function rulingsOf<V extends Version>(versions: readonly V[]): Ruling<V>[] {
  const rulings: Ruling<V>[] = []
  for (const version of chainOf(versions)) {
    while ((rulings.at(-1)?.from ?? -Infinity) >= version.fromOn) rulings.pop()
    const before = rulings.at(-1)
    if (before) before.to = version.fromOn
    rulings.push({ from: version.fromOn, to: Infinity, version })
  }
  return rulings
}

export const rulingOn = <V>(rulings: readonly Ruling<V>[], day: EpochDay): V | undefined =>
  rulings.find(({ from, to }) => from <= day && day < to)?.version

/** Facts by what they are about. */
export function groupedBy<F>(facts: readonly F[], about: (fact: F) => string): Map<string, F[]> {
  const groups = new Map<string, F[]>()
  for (const fact of facts) {
    const group = groups.get(about(fact))
    if (group) group.push(fact)
    else groups.set(about(fact), [fact])
  }
  return groups
}

function standsBefore(one: Version, other: Version): boolean {
  const waits = (version: Version) => version.receivedAt === null
  return waits(one) === waits(other) ? one.id < other.id : waits(other)
}
