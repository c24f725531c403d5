import { isoDate } from '../schedule/care-date'
import type { CourseVersion, Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import type { Rule } from '../schedule/recurrence'
import { labelOf } from '../courses/course-label'
import { isNamedSlot } from '../wording'
import type { Values } from '../forms/form-values'
import { exactTimeFields } from './read-dose-times'
import { slotMinute } from '../hours/slot-minutes'
import { amountField, timeField } from '../forms/typed-numbers'

/** A medicine as its form shows it. */
export function valuesOfCourse(facts: Facts, version: CourseVersion, now: Moment): Values {
  const { courseId, slots, amount, unit, lastOn, instruction, meal, minGapMin, max24h } = version
  const exact = slots.flatMap(({ slotId }) => {
    const minute = isNamedSlot(slotId) ? null : slotMinute(facts, slotId, now.day)
    return minute === null ? [] : [timeField(minute)]
  })
  const times = exactTimeFields.map((field, at) => [field, [exact[at] ?? '']])
  return {
    ...Object.fromEntries(times),
    ...valuesOfRule(version.rule),
    baseId: [version.id],
    label: [labelOf(facts, courseId)],
    amount: [amountField(slots[0]?.amount ?? amount ?? 1000)],
    unit: [unit],
    slot: slots.map(({ slotId }) => slotId).filter(isNamedSlot),
    meal: [meal ?? 'none'],
    // Who edits a medicine that has ended wants it back.
    lastOn: lastOn === null || lastOn < now.day ? [] : [isoDate(lastOn)],
    instruction: [instruction ?? ''],
    gapHours: minGapMin ? [String(Math.floor(minGapMin / 60))] : [],
    gapMinutes: minGapMin && minGapMin % 60 ? [String(minGapMin % 60)] : [],
    max24h: max24h ? [String(max24h)] : [],
  }
}

function valuesOfRule(rule: Rule): Values {
  const kind = { rule: [rule.kind] }
  switch (rule.kind) {
    case 'daily':
      return kind
    case 'weekdays':
      return { ...kind, weekday: [...'0123456'].filter((bit) => (rule.mask >> Number(bit)) & 1) }
    case 'every':
      return { ...kind, every: [String(rule.n)] }
    case 'cycle':
      return { ...kind, cycleOn: [String(rule.on)], cycleOff: [String(rule.off)] }
  }
}
