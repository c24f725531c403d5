import { labelOf } from '../courses/course-label'
import type { EpochDay } from '../schedule/care-date'
import type { DoseState, ShownDose } from '../schedule/dose-state'
import { plansOf } from '../schedule/due-doses'
import type { Facts, SlotId } from '../schedule/facts'
import type { HistoryDay } from '../schedule/history'
import { minuteOn } from '../schedule/timetable'
import { isNamedSlot, slotNames, timeInWords } from '../wording'

/** All doses of a day that are in one state: 「드셨어요」 아침, 저녁. */
export interface DayLine {
  state: DoseState
  of: string[]
}

/** A day in as few lines as say everything: by state, in the order in which the states first come. */
export function linesOf({ doses }: HistoryDay, facts: Facts): DayLine[] {
  const lines = new Map<DoseState, Set<string>>()
  for (const shown of doses) {
    const neighbours = doses.filter(({ slotId }) => slotId === shown.slotId)
    const isAlike = neighbours.every(({ state }) => state === shown.state)
    const name = isAlike ? slotInWords(shown, facts) : doseTitle(shown, facts)
    lines.set(shown.state, (lines.get(shown.state) ?? new Set()).add(name))
  }
  return [...lines].map(([state, names]) => ({ state, of: [...names] }))
}

/** `두통약 두 번` for each medicine that was taken when it was needed. */
export function intakesInWords({ intakes }: HistoryDay, facts: Facts): string[] {
  const times = new Map<string, number>()
  for (const { courseId } of intakes) times.set(courseId, (times.get(courseId) ?? 0) + 1)
  return [...times].map(([courseId, count]) => `${labelOf(facts, courseId)} ${count}번`)
}

/** What a day has to ask: two records that differ, or two times of one dose. */
export const asksOf = ({ doses }: HistoryDay) => ({
  differ: doses.some(({ record }) => record?.differ),
  twice: doses.some(({ record }) => (record?.takenAt.length ?? 0) > 1),
})

/** `아침 혈압약`, so that two medicines of one time have names of their own. */
export function doseTitle(shown: OfDose, facts: Facts): string {
  const slot = slotInWords(shown, facts)
  const label = labelOf(facts, shown.courseId) || '약'
  return label.startsWith(slot) ? label : `${slot} ${label}`
}

type OfDose = Pick<ShownDose, 'slotId' | 'dose' | 'courseId' | 'day'>

/** `아침`, or the time of day of an exact one. */
export function slotInWords(shown: OfDose, facts: Facts): string {
  const minute = minuteOfDose(shown, facts)
  if (isNamedSlot(shown.slotId)) return slotNames[shown.slotId]
  return minute === null ? '다른 때' : timeInWords(minute)
}

/** Minute of the care date at which it was due; null when its time is not known any more. */
export function minuteOfDose({ dose, courseId, slotId, day }: OfDose, facts: Facts): number | null {
  return dose?.minute ?? minuteOf(facts, courseId, slotId, day)
}

function minuteOf(facts: Facts, courseId: string, slotId: SlotId, day: EpochDay): number | null {
  const plan = plansOf(facts).get(courseId)
  return plan ? minuteOn(plan.hours, slotId, day) : null
}
