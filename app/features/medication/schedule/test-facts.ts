import { epochDay, msPerMinute, wallMinute, type EpochDay, type WallMinute } from './care-date'
import {
  noFacts,
  type Answer,
  type AnswerKind,
  type Course,
  type CourseVersion,
  type Fact,
  type Facts,
  type Intake,
  type NamedSlot,
  type Pack,
  type Pause,
  type SlotHour,
  type StockCount,
  type Zone,
} from './facts'
import { doseKey } from './keys'
import { mergeFacts, type MoreFacts } from './merge-facts'
import { momentOf, type Moment } from './moment'
import { instantOf } from './wall-time'

export const senior = 'senior'
export const daughter = 'daughter'
export const seoul = 'Asia/Seoul'

let made = 0
/** A new fact of the senior, already known to the server. */
const fact = (over: Partial<Fact> = {}): Fact => ({
  id: `fact-${String(++made).padStart(6, '0')}`,
  by: senior,
  deviceId: 'phone',
  at: 0,
  receivedAt: 0,
  ...over,
})

export const on = epochDay
/** `2027-03-01 08:05` */
export const wall = (text: string): WallMinute => {
  const [date = '', time = ''] = text.split(' ')
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return wallMinute(epochDay(date), hour * 60 + minute)
}
export const instant = (text: string, zone = seoul) => instantOf(wall(text), zone)
export const now = (text: string, facts: Facts = none, zone = seoul): Moment =>
  momentOf(facts, instant(text, zone))

export const none = noFacts(senior)
export const having = (...more: MoreFacts[]): Facts => more.reduce(mergeFacts, none)

type Over<F> = Partial<F>

export const course = (over: Over<Course> = {}): Course => ({
  ...fact(),
  kind: 'pouch',
  label: '혈압약',
  trackedFrom: 0,
  endsWithPack: false,
  ...over,
})

export const slotsOf = (...slots: string[]) => slots.map((slotId) => ({ slotId, amount: 1000 }))

export const version = (of: Course, over: Over<CourseVersion> = {}): CourseVersion => ({
  ...fact(),
  baseId: null,
  courseId: of.id,
  fromOn: on('2027-01-01'),
  lastOn: null,
  rule: { kind: 'daily' },
  slots: slotsOf('morning', 'noon', 'evening'),
  meal: null,
  minGapMin: null,
  max24h: null,
  amount: null,
  unit: '포',
  label: null,
  instruction: null,
  ...over,
})

export const hour = (slotId: string, time: string, over: Over<SlotHour> = {}): SlotHour => {
  const minute = wall(`1970-01-01 ${time}`)
  return {
    ...fact(),
    baseId: null,
    fromOn: on('2027-01-01'),
    slotId,
    minute: minute < 240 ? minute + 1440 : minute,
    ...over,
  }
}

export const answer = (
  key: string,
  kind: AnswerKind,
  time: string,
  over: Over<Answer> = {},
): Answer => ({
  ...fact({ at: instant(time) }),
  doseKey: key,
  kind,
  takenWall: kind === 'taken' || kind === 'extra' ? wall(time) : null,
  offsetMin: 540,
  replaces: [],
  guardPassed: false,
  ...over,
})

export const keyOf = (of: Course, date: string, slot: NamedSlot): string =>
  doseKey(of.id, on(date), slot)

export const pack = (of: Course, over: Over<Pack> = {}): Pack => ({
  ...fact(),
  courseId: of.id,
  firstOn: on('2027-03-01'),
  firstSlot: 'evening',
  days: 30,
  amount: null,
  ...over,
})

export const count = (
  of: Course,
  time: string,
  left: number,
  slotId: string | null,
): StockCount => ({
  ...fact(),
  courseId: of.id,
  slotId,
  countedWall: wall(time),
  left,
})

export const pause = (from: string, to: string | null, over: Over<Pause> = {}): Pause => ({
  ...fact(),
  courseId: null,
  fromWall: wall(from),
  toWall: to === null ? null : wall(to),
  reason: 'hospital',
  ...over,
})

export const zone = (name: string, fromOn: EpochDay, at: number, over: Over<Zone> = {}): Zone => ({
  ...fact({ at }),
  baseId: null,
  fromOn,
  name,
  ...over,
})

export const intake = (of: Course, time: string): Intake => ({
  ...fact(),
  courseId: of.id,
  takenWall: wall(time),
  offsetMin: 540,
  amount: 1000,
})

export const reach = (time: string, outboxEmpty: boolean) => {
  const receivedAt = instant(time)
  return { ...fact({ at: receivedAt, receivedAt }), outboxEmpty }
}

export const minutes = (count: number) => count * msPerMinute
export { fact }
