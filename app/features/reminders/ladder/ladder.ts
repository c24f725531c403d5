import {
  modulo,
  minutesPerDay,
  msPerMinute,
  type Instant,
} from '~/features/medication/schedule/care-date'
import { usualZone } from '~/features/medication/schedule/moment'
import { wallIn } from '~/features/medication/schedule/wall-time'

/** Minutes after the dose time; nobody is told sooner. */
export const afterChoices = [60, 90, 120] as const
export type AfterMinutes = (typeof afterChoices)[number]

/** Between the warning and the first relative, and between one relative and the next. */
export const betweenMs = 30 * msPerMinute

/** Nobody of the family is told from then until then, in minutes of the day in Korea. None when they are the same. */
export interface QuietHours {
  quietFrom: number
  quietTo: number
}

/** What a senior chose for their own silence, and what it has come to in the last two days. */
export interface Ladder extends QuietHours {
  afterMinutes: AfterMinutes
  courseIds: readonly string[]
  chosenAt: Instant
  /** Who is told, in order: those who are linked and may see today's medicines. */
  rungs: readonly Rung[]
  /** The warnings that a push service has taken. */
  warned: readonly { about: string; step: number; sentAt: Instant }[]
  steps: readonly {
    about: string
    linkId: string
    openedAt: Instant
    /** What came of the pushes to this relative; null while that is open. */
    went: 'sent' | 'failed' | null
  }[]
  /** Groups (`care date|slot`) that somebody looks after, or of which nobody is to be told. */
  ended: readonly string[]
}

export interface Rung {
  linkId: string
  /** What they are to the senior, as the senior chose it: `딸`. */
  relation: string
  /** They have a phone that a push can go to. */
  reached: boolean
}

/** A relative who is to be told. */
export interface NewStep {
  /** `care date|slot` */
  about: string
  linkId: string
  courseIds: string[]
}

/** What a relative was told. */
export interface LadderCall extends NewStep {
  stepId: string
  openedAt: Instant
  relation: string
}

export function isQuiet({ quietFrom, quietTo }: QuietHours, at: Instant): boolean {
  const minute = wallIn(usualZone, at)
  const since = modulo(minute - quietFrom, minutesPerDay)
  return since < modulo(quietTo - quietFrom, minutesPerDay)
}
