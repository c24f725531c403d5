import { groupsOf, type DoseGroup } from '~/features/medication/dose-card/dose-groups'
import type { ShownDose } from '~/features/medication/schedule/dose-state'
import type { Facts } from '~/features/medication/schedule/facts'
import { dayOfGroup } from '~/features/medication/schedule/keys'
import type { Moment } from '~/features/medication/schedule/moment'

/** The doses of a group whose silence is spoken of: none once they are answered, paused, jumped over or gone. */
export const silentDoses = ({ open }: DoseGroup, courseIds: readonly string[]): ShownDose[] =>
  open.filter(({ courseId }) => courseIds.includes(courseId))

/** The same of a group by its key (`care date|slot`); null where nothing waits any more. */
export function findSilence(
  facts: Facts,
  { about, courseIds }: { about: string; courseIds: readonly string[] },
  now: Moment,
): { group: DoseGroup; doses: ShownDose[] } | null {
  const day = dayOfGroup(about)
  const group = groupsOf(facts, day, day + 1, now).find(({ key }) => key === about)
  const doses = group ? silentDoses(group, courseIds) : []
  return group && doses.length > 0 ? { group, doses } : null
}
