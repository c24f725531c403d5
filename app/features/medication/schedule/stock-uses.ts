import { careDateOf, type EpochDay, type WallMinute } from './care-date'
import { rulingOn } from './chain'
import type { DoseRecord } from './dose-record'
import { recordsOf } from './dose-records'
import type { Plan } from './due-doses'
import type { AnswerKind, Facts } from './facts'
import { doseKey, readDoseKey } from './keys'
import type { Moment } from './moment'
import { walkEnd } from './pack-end'
import { withoutRetracted } from './retraction'
import type { SlotId } from './schedule-facts'
import type { Uses } from './shelves'
import { occurrences } from './timetable'

/** Something that was, may have been or will be taken off a shelf. */
export interface Use extends Uses {
  slotId: SlotId
  day: EpochDay
  /** When: as far as known when it was swallowed, else when it was due. */
  wall: WallMinute
  amount: number
}

const one: Uses = { least: 1, most: 1 }
const none: Uses = { least: 0, most: 0 }
const perhaps: Uses = { least: 0, most: 1 }
/** A pouch. */
const unit = 1000

/**
 * What was used from a care date until now, in the order of time. Doses before the course was tracked count
 * as taken, since only the days of the pack were told of them; unanswered ones before today as perhaps.
 */
export function usesUntilNow(facts: Facts, plan: Plan, from: EpochDay, now: Moment): Use[] {
  const records = recordsOf(facts)
  const uses = intakesOf(facts, plan)
  const due = new Set<string>()
  for (const { day, slotId, wall, amount, paused } of occurrences(plan, from, now.day + 1)) {
    const key = doseKey(plan.course.id, day, slotId)
    const record = records.find(key)
    if (record) due.add(key)
    if (record?.shown) uses.push(...usesOf(record, { slotId, day, wall, amount }))
    else if (paused || !plan.isCovered(slotId, wall)) continue
    else if (wall < plan.trackedFrom) uses.push({ slotId, day, wall, amount, ...one })
    else if (day < now.day) uses.push({ slotId, day, wall, amount, ...perhaps })
  }
  const ofCourse = `${plan.course.id}|`
  for (let day = from; day <= now.day; day++) {
    for (const key of records.keysOn(day)) {
      if (!key.startsWith(ofCourse) || due.has(key)) continue
      const { slotId } = readDoseKey(key)
      const record = records.find(key)
      if (!record?.shown) continue
      const wall = record.heads[0]?.takenWall ?? now.wall
      uses.push(...usesOf(record, { slotId, day, wall, amount: amountOf(plan, slotId, day) }))
    }
  }
  return uses.sort(inFixedOrder)
}

/** What will be used if nothing is left out: today's unanswered doses first. */
export function* usesFromNow(facts: Facts, plan: Plan, now: Moment): Generator<Use> {
  const records = recordsOf(facts)
  for (const dose of occurrences(plan, now.day, walkEnd(plan, now.day))) {
    const { slotId, day, amount, paused } = dose
    if (paused || dose.wall < plan.trackedFrom || !plan.isCovered(slotId, dose.wall)) continue
    if (records.find(doseKey(plan.course.id, day, slotId))?.shown) continue
    yield { slotId, day, wall: Math.max(dose.wall, now.wall), amount, ...one }
  }
}

/** Heads that contradict each other leave it open; deliberate second doses come on top. */
function usesOf({ heads, extras, takenAt }: DoseRecord, dose: Omit<Use, keyof Uses>): Use[] {
  const [only] = heads
  if (only && heads.length === 1 && extras.length === 0) {
    const { least, most } = usedBy(only.kind, takenAt.length)
    const { slotId, day, amount } = dose
    return [{ slotId, day, wall: only.takenWall ?? dose.wall, amount, least, most }]
  }
  const each = heads.map(({ kind }) => usedBy(kind, takenAt.length))
  const least = Math.min(...each.map((uses) => uses.least))
  const most = Math.max(...each.map((uses) => uses.most))
  const first = heads.find(({ takenWall }) => takenWall !== null)
  const wall = first?.takenWall ?? dose.wall
  return [
    ...(each.length > 0 ? [{ ...dose, wall, least, most }] : []),
    ...extras.map(({ takenWall }) => ({ ...dose, ...one, wall: takenWall ?? dose.wall })),
  ]
}

function usedBy(kind: AnswerKind, times: number): Uses {
  if (kind === 'taken') return { least: 1, most: times }
  return kind === 'declined' ? none : perhaps
}

function intakesOf(facts: Facts, { course }: Plan): Use[] {
  return withoutRetracted(facts, facts.intakes)
    .filter(({ courseId }) => courseId === course.id)
    .map(({ takenWall: wall, amount }) => {
      return { slotId: '', day: careDateOf(wall), wall, amount, ...one }
    })
}

/** By time, and the same on every device when times are equal. */
const inFixedOrder = (a: Use, b: Use): number =>
  a.wall - b.wall ||
  a.day - b.day ||
  (a.slotId === b.slotId ? a.amount - b.amount : a.slotId < b.slotId ? -1 : 1)

/** What a slot takes on a date, also when the date has no such dose any more. */
function amountOf({ rulings }: Plan, slotId: SlotId, day: EpochDay): number {
  const slots = rulingOn(rulings, day)?.slots ?? []
  return (slots.find((slot) => slot.slotId === slotId) ?? slots[0])?.amount ?? unit
}
