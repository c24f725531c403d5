import type { NewFacts } from './fact-schema'
import type { Fact } from '../schedule/facts'
import type { MoreFacts } from '../schedule/merge-facts'

/** What one act wrote down (`fact-schema.ts`), as facts of whoever did it. */
export function factsFrom(written: NewFacts, writer: Omit<Fact, 'id'>): MoreFacts {
  const lists = Object.entries(written).map(([kind, list]) => [
    kind,
    list.map((fact) => ({ ...fact, ...writer })),
  ])
  return Object.fromEntries(lists) as MoreFacts
}
