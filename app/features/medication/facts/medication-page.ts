import type { HealthConsent } from './fact-schema'
import { careDateOf, type EpochDay, type Instant } from '../schedule/care-date'
import { noFacts, type Facts } from '../schedule/facts'
import { careDateOfKey, dayOfGroup } from '../schedule/keys'

export type Writers = Readonly<Record<string, string>>

/** What a page about medicines starts from, from the server or from the phone; the rest is computed. */
export interface MedicationPage {
  personId: string | null
  /** The newest answer to the question for health data; null while it was never asked. */
  consent: HealthConsent | null
  /** All schedule facts, and of answers, intakes and snoozes those of the days the page is about. */
  facts: Facts
  /** Names of those who wrote something for the person, by their id, as far as they are known. */
  writers: Writers
  /** When it was put together, by the clock of whoever did. */
  now: Instant
}

/** Which days of answers a page needs: from `back` days before today, and as far back as stock is counted. */
export interface Wanted {
  back: number
  stock: boolean
}

/**
 * Answers needed to answer today: a label may ask for a week between two doses (`minGapMin`), and one day
 * more for yesterday's, one for whoever lives far east or west.
 */
export const daysShownToday = 9

/** What 오늘 and 약 are about. */
export const wantedToday: Wanted = { back: daysShownToday, stock: true }

/** Whose medicines a visitor's are until the first contact gives them an id. */
export const visitorId = ''

/** Somebody who never wrote anything down. */
export const noMedicines = (personId: string | null, now: Instant): MedicationPage => ({
  personId,
  consent: null,
  facts: noFacts(personId ?? visitorId),
  writers: {},
  now,
})

/** The facts without the answers, intakes and snoozes of the days before `from`. */
export function factsSince(facts: Facts, from: EpochDay): Facts {
  return {
    ...facts,
    answers: facts.answers.filter(({ doseKey }) => careDateOfKey(doseKey) >= from),
    intakes: facts.intakes.filter(({ takenWall }) => careDateOf(takenWall) >= from),
    snoozes: facts.snoozes.filter(({ groupKey }) => dayOfGroup(groupKey) >= from),
  }
}
