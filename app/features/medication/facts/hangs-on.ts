import { readDoseKey } from '../schedule/keys'
import type { NewFacts } from './fact-schema'

/**
 * Whether some facts can only be taken once others were, as a pack of a medicine that was entered just before it:
 * whoever decides on that one decides on these.
 */
export function hangsOn(later: NewFacts, earlier: NewFacts): boolean {
  const made = new Set<string | null>(earlier.courses?.map(({ id }) => id))
  return made.size > 0 && coursesMeant(later).some((id) => made.has(id))
}

function coursesMeant(facts: NewFacts): (string | null)[] {
  const { answers = [], courseVersions = [], packs = [], stockCounts = [], pauses = [] } = facts
  const { intakes = [], photos = [] } = facts
  return [
    ...answers.map(({ doseKey }) => readDoseKey(doseKey).courseId),
    ...[...courseVersions, ...packs, ...stockCounts, ...pauses, ...intakes, ...photos].map(
      ({ courseId }) => courseId,
    ),
  ]
}
