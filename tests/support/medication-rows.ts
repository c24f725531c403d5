import { randomUUID } from 'node:crypto'
import type { PersonName } from './cast'

/** One row of every table of medicines, the same for everybody: their keys begin with the person. */
const course = randomUUID()
const version = randomUUID()
const hour = randomUUID()
const zone = randomUUID()
const at = '2026-11-24T00:00:00Z'

/** Days since 1970-01-01. */
const today = 20_781

interface Fact {
  /** The row that the scene holds. */
  kept: Record<string, unknown>
  /** What another row has to say differently. */
  next?: Record<string, unknown>
}

const facts: Record<string, Fact> = {
  courses: {
    kept: { id: course, kind: 'pouch', label: '아침 약', tracked_from: 0, ends_with_pack: true },
  },
  course_versions: {
    kept: {
      id: version,
      course_id: course,
      base_id: null,
      from_on: today,
      rule: '{"kind":"daily"}',
      slots: '[{"slotId":"morning","amount":1000}]',
      unit: '포',
    },
    next: { base_id: version },
  },
  slot_hours: {
    kept: { id: hour, slot_id: 'morning', base_id: null, from_on: today, minute: 480 },
    next: { base_id: hour },
  },
  zones: {
    kept: { id: zone, base_id: null, from_on: today, name: 'Asia/Seoul' },
    next: { base_id: zone },
  },
  packs: {
    kept: { id: randomUUID(), course_id: course, first_on: today, first_slot: 'morning', days: 30 },
  },
  stock_counts: { kept: { id: randomUUID(), course_id: course, counted_wall: 0, left: 3000 } },
  pauses: { kept: { id: randomUUID(), from_wall: 0, reason: 'hospital' } },
  pause_ends: { kept: { id: randomUUID(), pause_id: randomUUID(), to_wall: 60 } },
  retractions: { kept: { id: randomUUID(), fact_id: randomUUID() } },
  answers: {
    kept: {
      id: randomUUID(),
      course_id: course,
      care_date: today,
      slot_id: 'morning',
      kind: 'taken',
      taken_wall: today * 1440 + 485,
      offset_min: 540,
    },
  },
  intakes: {
    kept: { id: randomUUID(), course_id: course, taken_wall: 0, offset_min: 540, amount: 1000 },
  },
  snoozes: {
    kept: { id: randomUUID(), care_date: today, slot_id: 'morning', until_wall: 0 },
  },
  clinic_visits: { kept: { id: randomUUID(), on: today, minute: 600, place: '서울내과' } },
  acknowledgements: { kept: { id: randomUUID(), fact_id: randomUUID(), put_back: false } },
  emergency_sheets: { kept: { id: randomUUID(), allergies: '페니실린' } },
  photos: { kept: { id: randomUUID(), course_id: course } },
}

export const medicationTables = Object.keys(facts)

/** Columns and values of the row that the scene holds for `person`; parents before children. */
export const keptMedicationRow = (table: string, person: string): Record<string, unknown> => ({
  person_id: person,
  by_id: person,
  at,
  ...facts[table]?.kept,
})

/** A further row of that person that fits every constraint. */
export const newMedicationRow = (table: string, person: string): Record<string, unknown> => ({
  ...keptMedicationRow(table, person),
  id: randomUUID(),
  ...facts[table]?.next,
})

/** Those whom the owner's consents let see their medicines. */
const seesAll: readonly PersonName[] = ['owner', 'linkedMed', 'refused']
/** Whoever may see today's needs these to know what is due; the answers of the scene are older. */
const neededToday = new Set([
  'courses',
  'course_versions',
  'slot_hours',
  'zones',
  'packs',
  'pauses',
  'pause_ends',
  'retractions',
])
/** No consent speaks of these. */
const ownOnly = new Set([
  'clinic_visits',
  'emergency_sheets',
  'acknowledgements',
  'photos',
  'stock_counts',
  'snoozes',
])
export function seesMedicines(table: string): readonly PersonName[] {
  if (ownOnly.has(table)) return ['owner']
  return neededToday.has(table)
    ? [...seesAll, 'linkedMedToday', 'helper', 'helperWaits', 'helperOutdated']
    : seesAll
}
