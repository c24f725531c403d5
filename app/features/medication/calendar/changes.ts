import type { Facts, SlotId } from '../schedule/facts'

/**
 * How many facts have touched the alarms of a slot. Facts are only ever added, so that whoever knows more of
 * them counts higher, without asking anybody: a SEQUENCE that never falls.
 */
export function changesOf(facts: Facts, slotId: SlotId): number {
  const versions = facts.courseVersions
  const users = new Set(
    versions
      .filter(({ slots }) => slots.some((slot) => slot.slotId === slotId))
      .map(({ courseId }) => courseId),
  )
  const isOfUser = ({ courseId }: { courseId: string | null }) =>
    courseId === null || users.has(courseId)
  const retractable = [
    ...facts.packs.filter(isOfUser),
    ...facts.stockCounts.filter(isOfUser),
    ...facts.pauses.filter(isOfUser),
  ]
  const ids = new Set(retractable.map(({ id }) => id))
  return (
    users.size +
    versions.filter(isOfUser).length +
    retractable.length +
    facts.pauseEnds.filter(({ pauseId }) => ids.has(pauseId)).length +
    facts.retractions.filter(({ factId }) => ids.has(factId)).length +
    facts.slotHours.filter((hour) => hour.slotId === slotId).length +
    facts.zones.length
  )
}
