import type { EpochDay, Instant, WallMinute } from './care-date'
import type { Rule } from './recurrence'

/**
 * What is known of one person's medicines: insert-only facts. Nothing here is changed or deleted; what is
 * due, shown or left is computed from them.
 *
 * Dates and times are integers (see `care-date.ts`) in JSON, in SQL and in computation alike: an `integer`
 * column each, read by people as `date '1970-01-01' + from_on`. Only `at` and `receivedAt` are points in
 * time (ms); everything else is wall time without a zone. Absent is `null`, never a missing field, so that
 * two bodies of one id can be compared. Amounts are thousandths of a unit; a pouch is 1000.
 */
export interface Fact {
  /** UUIDv7 made on the device. Its clock may be wrong: never an order between facts. */
  readonly id: string
  /** The person who did it: the owner of the medicines or a helper. */
  readonly by: string
  readonly deviceId: string
  /** The device's clock, corrected as far as it was known to be wrong. */
  readonly at: Instant
  /** The server's clock at arrival; null while the fact waits on the phone. */
  readonly receivedAt: Instant | null
}

/** Succeeds the fact its writer saw; null for the first of its chain. See `chain.ts`. */
export interface Version extends Fact {
  readonly baseId: string | null
  readonly fromOn: EpochDay
}

/** FHIR `Timing.repeat.when` MORN, NOON, EVE and HS. */
export type NamedSlot = 'morning' | 'noon' | 'evening' | 'bedtime'
/** A time of the care date: named, or the UUID of an exact time. What hour it is says `SlotHour`. */
export type SlotId = NamedSlot | (string & {})

export interface Course extends Fact {
  /** `pouch`: one packet with everything for a slot (약봉지); `as_needed`: no slots, `Intake`s instead. */
  readonly kind: 'pouch' | 'single' | 'as_needed'
  /** As it began; a version may call it otherwise, so ask `labelOf`. */
  readonly label: string
  /** Doses due before it are not asked for. */
  readonly trackedFrom: WallMinute
  /** The course ends when its packs are used up as prescribed; otherwise doses go on. */
  readonly endsWithPack: boolean
}

export interface SlotAmount {
  readonly slotId: SlotId
  readonly amount: number
}

/** How a course is taken from a date on. Ending one is a version too: `lastOn` before or on its last date. */
export interface CourseVersion extends Version {
  readonly courseId: string
  readonly lastOn: EpochDay | null
  readonly rule: Rule
  /** Each slot once; empty for `as_needed`. */
  readonly slots: readonly SlotAmount[]
  /** FHIR `EventTiming` AC, C and PC. */
  readonly meal: 'before' | 'with' | 'after' | null
  /** Least minutes between two doses, as the label says. */
  readonly minGapMin: number | null
  /** As needed: most intakes (times, not units) within 24 hours. */
  readonly max24h: number | null
  /** As needed: how much each time, in thousandths of `unit`; null where slots say it, and for one unit. */
  readonly amount: number | null
  /** What an amount counts: 알, 포, 방울. */
  readonly unit: string
  /** What the course is called since; null: as it began. */
  readonly label: string | null
  /** The label's full words, as the person copied them. */
  readonly instruction: string | null
}

export interface SlotHour extends Version {
  readonly slotId: SlotId
  /** Minute of the care date, 240 to 1679. */
  readonly minute: number
}

/** What was handed out: pouches for `days` in every slot of the course, or an `amount` for all of them. */
export interface Pack extends Fact {
  readonly courseId: string
  readonly firstOn: EpochDay
  readonly firstSlot: SlotId
  readonly days: number | null
  readonly amount: number | null
}

/** Nothing is to be taken from `fromWall` until just before `toWall`; null while it has no known end. */
export interface Pause extends Fact {
  /** Null: every course, as in hospital. */
  readonly courseId: string | null
  readonly fromWall: WallMinute
  readonly toWall: WallMinute | null
  readonly reason: 'hospital' | 'doctor' | 'other'
}

/**
 * Ends a pause, or makes it end earlier. Of several ends the earliest holds, whatever the order they
 * arrive in: rather a reminder too many. To pause longer is a new pause.
 */
export interface PauseEnd extends Fact {
  readonly pauseId: string
  readonly toWall: WallMinute
}

/** Takes back a pack, count, pause, intake, visit or photo that was a mistake. Answers are taken back by `cleared`. */
export interface Retraction extends Fact {
  readonly factId: string
}

/** All that due doses follow from. Few: tens to hundreds in five years. */
export interface ScheduleFacts {
  readonly courses: readonly Course[]
  readonly courseVersions: readonly CourseVersion[]
  readonly slotHours: readonly SlotHour[]
  readonly packs: readonly Pack[]
  readonly pauses: readonly Pause[]
  readonly pauseEnds: readonly PauseEnd[]
  readonly retractions: readonly Retraction[]
}
