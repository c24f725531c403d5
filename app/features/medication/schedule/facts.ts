import type { EpochDay, WallMinute } from './care-date'
import type { Fact, ScheduleFacts, SlotId, Version } from './schedule-facts'

export type * from './schedule-facts'

export interface Zone extends Version {
  /** IANA name, such as `Asia/Seoul`. */
  readonly name: string
}

export type AnswerKind = 'taken' | 'declined' | 'unknown' | 'cleared' | 'extra'

export interface Answer extends Fact {
  /** `course|care date|slot`, see `keys.ts`. The care date's month says in which blob an answer is kept. */
  readonly doseKey: string
  readonly kind: AnswerKind
  /** When it was swallowed; set exactly for `taken` and `extra`. */
  readonly takenWall: WallMinute | null
  /** Minutes by which the wall was ahead of UTC. */
  readonly offsetMin: number
  /** Answers of the same key that the writer saw; an `extra` replaces nothing. */
  readonly replaces: readonly string[]
  /** Written although the app had warned of a double dose. */
  readonly guardPassed: boolean
}

/** One taking of an `as_needed` course. */
export interface Intake extends Fact {
  readonly courseId: string
  readonly takenWall: WallMinute
  readonly offsetMin: number
  readonly amount: number
}

/** The phone spoke to the server. Of each device only the newest two matter: any, and with an empty outbox. */
export interface Reach extends Fact {
  readonly outboxEmpty: boolean
}

/** Somebody counted. A null slot counts what all slots share, as packs with an `amount` do. */
export interface StockCount extends Fact {
  readonly courseId: string
  readonly slotId: SlotId | null
  readonly countedWall: WallMinute
  readonly left: number
}

/** 나중에: moves the next push of a group, and is no answer. */
export interface Snooze extends Fact {
  /** `care date|slot` */
  readonly groupKey: string
  /** Of one medicine of the group; absent: of all of them. */
  readonly courseId?: string
  readonly untilWall: WallMinute
}

/** A visit to the clinic that the person has set; one that is called off is taken back. */
export interface ClinicVisit extends Fact {
  readonly on: EpochDay
  /** Minute of the day; null where none was said. */
  readonly minute: number | null
  readonly place: string | null
}

/** A picture of the pouch or the pill; its bytes lie elsewhere, on the phone and in the photo store. */
export interface Photo extends Fact {
  readonly courseId: string
}

/**
 * The person has seen what somebody else wrote for them: facts of their own that were written at the
 * same time put it back, or leave it as it is.
 */
export interface Acknowledgement extends Fact {
  /** The first fact of what was written at once, see `changes/list-changes.ts`. */
  readonly factId: string
  readonly putBack: boolean
}

/** Everything of one person; `answers` may hold only the months that a page needs. */
export interface Facts extends ScheduleFacts {
  readonly ownerId: string
  readonly zones: readonly Zone[]
  readonly stockCounts: readonly StockCount[]
  readonly answers: readonly Answer[]
  readonly intakes: readonly Intake[]
  readonly reach: readonly Reach[]
  readonly snoozes: readonly Snooze[]
  readonly clinicVisits: readonly ClinicVisit[]
  readonly photos: readonly Photo[]
  readonly acknowledgements: readonly Acknowledgement[]
}

/** The name of a collection of facts, and of its table in snake_case. */
export type FactKind = Exclude<keyof Facts, 'ownerId'>
export type FactOf<K extends FactKind> = Facts[K][number]

export const noFacts = (ownerId: string): Facts => ({
  ownerId,
  courses: [],
  courseVersions: [],
  slotHours: [],
  packs: [],
  stockCounts: [],
  pauses: [],
  pauseEnds: [],
  retractions: [],
  zones: [],
  answers: [],
  intakes: [],
  reach: [],
  snoozes: [],
  clinicVisits: [],
  photos: [],
  acknowledgements: [],
})
