import type { EpochDay, WallMinute } from '../schedule/care-date'
import { showDoses, type ShownDose } from '../schedule/dose-state'
import type { Facts, SlotId } from '../schedule/facts'
import { groupKey } from '../schedule/keys'
import type { Moment } from '../schedule/moment'
import { plansOf } from '../schedule/due-doses'
import { minuteOn } from '../schedule/timetable'

/** What is taken together: the doses of one slot of one care date. */
export interface DoseGroup {
  /** `care date|slot` */
  key: string
  day: EpochDay
  slotId: SlotId
  /** Minute of the care date; null when its time is not known any more. */
  minute: number | null
  wall: WallMinute
  doses: ShownDose[]
  /** Those that wait for an answer. */
  open: ShownDose[]
}

/** The groups of the care dates from `from` until before `to`, in the order of time. */
export function groupsOf(facts: Facts, from: EpochDay, to: EpochDay, now: Moment): DoseGroup[] {
  const groups = new Map<string, ShownDose[]>()
  for (const shown of showDoses(facts, from, to, now)) {
    const key = groupKey(shown.day, shown.slotId)
    groups.set(key, [...(groups.get(key) ?? []), shown])
  }
  const hours = plansOf(facts).values().next().value?.hours
  return [...groups]
    .map(([key, doses]): DoseGroup => {
      const { day, slotId } = doses[0] as ShownDose
      const due = doses.find(({ dose }) => dose !== null)?.dose
      const minute = due?.minute ?? (hours ? minuteOn(hours, slotId, day) : null)
      const wall = due?.wall ?? day * 1440 + (minute ?? 0)
      return { key, day, slotId, minute, wall, doses, open: doses.filter(isOpen) }
    })
    .sort((a, b) => a.wall - b.wall || (a.key < b.key ? -1 : 1))
}

const isOpen = ({ state }: ShownDose) => state === 'due' || state === 'question'
