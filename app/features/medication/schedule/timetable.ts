import { wallMinute, type EpochDay, type WallMinute } from './care-date'
import { groupedBy, rulingOn, rulingsOf, type Ruling } from './chain'
import { covers, pausesOf, type WallInterval } from './pauses'
import { nextOccurrence } from './recurrence'
import { withoutRetracted } from './retraction'
import type {
  Course,
  CourseVersion,
  NamedSlot,
  Pack,
  ScheduleFacts,
  SlotHour,
  SlotId,
} from './schedule-facts'

/** Minutes of the four named slots until the person says their own hours. */
export const usualMinutes: Record<NamedSlot, number> = {
  morning: 480,
  noon: 780,
  evening: 1110,
  bedtime: 1320,
}

/** Everything about one course that its doses follow from, ready to be walked through by date. */
export interface CourseTimetable {
  course: Course
  rulings: Ruling<CourseVersion>[]
  pauses: WallInterval[]
  packs: Pack[]
  hours: ReadonlyMap<SlotId, Ruling<SlotHour>[]>
}

/** One date and slot that the rules name, whether or not it is asked for. */
export interface Occurrence {
  courseId: string
  day: EpochDay
  slotId: SlotId
  /** Minute of the care date. */
  minute: number
  wall: WallMinute
  amount: number
  paused: boolean
}

/** The courses of a person, each with what belongs to it. */
export function timetablesOf(facts: ScheduleFacts): CourseTimetable[] {
  const versions = groupedBy(facts.courseVersions, ({ courseId }) => courseId)
  const hours = new Map(
    [...groupedBy(facts.slotHours, ({ slotId }) => slotId)].map(
      ([slotId, chain]) => [slotId, rulingsOf(chain)] as const,
    ),
  )
  const packs = groupedBy(withoutRetracted(facts, facts.packs), ({ courseId }) => courseId)
  return facts.courses.map((course) => ({
    course,
    rulings: rulingsOf(versions.get(course.id) ?? []),
    pauses: pausesOf(facts, course.id),
    packs: packs.get(course.id) ?? [],
    hours,
  }))
}

/** The minute of a slot on a care date; null for an exact time that has no hour yet. */
export function minuteOn(
  hours: CourseTimetable['hours'],
  slotId: SlotId,
  day: EpochDay,
): number | null {
  const own = rulingOn(hours.get(slotId) ?? [], day)
  return own?.minute ?? usualMinutes[slotId as NamedSlot] ?? null
}

/** Every occurrence of a course on the care dates from `from` until before `to`, in the order of the day. */
export function* occurrences(
  timetable: CourseTimetable,
  from: EpochDay,
  to: EpochDay,
): Generator<Occurrence> {
  for (const ruling of timetable.rulings) {
    const { rule, lastOn } = ruling.version
    const end = Math.min(to, ruling.to, lastOn === null ? Infinity : lastOn + 1)
    let day = nextOccurrence(rule, Math.max(from, ruling.from))
    while (day !== null && day < end) {
      yield* occurrencesOn(timetable, ruling.version, day)
      day = nextOccurrence(rule, day + 1)
    }
  }
}

function occurrencesOn(
  { hours, pauses }: CourseTimetable,
  { courseId, slots }: CourseVersion,
  day: EpochDay,
): Occurrence[] {
  const found: Occurrence[] = []
  for (const { slotId, amount } of slots) {
    const minute = minuteOn(hours, slotId, day)
    if (minute === null) continue
    const wall = wallMinute(day, minute)
    found.push({ courseId, day, slotId, minute, wall, amount, paused: covers(pauses, wall) })
  }
  return found.length > 1 ? found.sort(inOrderOfTime) : found
}

/** By wall time, then in a fixed order. */
export const inOrderOfTime = (a: Occurrence, b: Occurrence): number =>
  a.wall - b.wall || compare(a.courseId, b.courseId) || compare(a.slotId, b.slotId)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
