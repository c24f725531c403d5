import { minutesPerDay, type EpochDay } from '../schedule/care-date'
import type { ClinicVisit, Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { withoutRetracted } from '../schedule/retraction'
import type { Supply } from '../stock/supplies'
import { dateInWords, timeInWords } from '../wording'

/** The next visit: what the person set, else the day on which the first medicine runs out (약이 끝나는 날). */
export type VisitToCome = { kind: 'set'; visit: ClinicVisit } | { kind: 'run_out'; on: EpochDay }

/** The calendar date, which at 02:00 is another one than the care date. */
export const dateOf = ({ wall }: Moment): EpochDay => Math.floor(wall / minutesPerDay)

/** What was set and not called off, from today on, the first one first. */
export function comingVisits(facts: Facts, now: Moment): ClinicVisit[] {
  return withoutRetracted(facts, facts.clinicVisits)
    .filter(({ on }) => on >= dateOf(now))
    .sort((a, b) => a.on - b.on || (a.minute ?? 0) - (b.minute ?? 0) || (a.id < b.id ? -1 : 1))
}

/** Null where nothing was set and nobody knows how long the medicines last. */
export function nextVisit(
  supplies: readonly Supply[],
  facts: Facts,
  now: Moment,
): VisitToCome | null {
  const [visit] = comingVisits(facts, now)
  if (visit) return { kind: 'set', visit }
  const [supply] = supplies
  return supply ? { kind: 'run_out', on: supply.runsOutOn } : null
}

/** `12월 3일 (목) 오전 10시` */
export const visitInWords = ({ on, minute }: Pick<ClinicVisit, 'on' | 'minute'>): string =>
  minute === null ? dateInWords(on) : `${dateInWords(on)} ${timeInWords(minute)}`
