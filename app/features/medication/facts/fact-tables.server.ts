import type { NewFacts } from './fact-schema'
import { doseKey, groupKey, readDoseKey } from '../schedule/keys'

export type FactTable = keyof NewFacts

/** Parents before those that name them. */
export const factTables = {
  courses: 'courses',
  courseVersions: 'course_versions',
  slotHours: 'slot_hours',
  zones: 'zones',
  packs: 'packs',
  stockCounts: 'stock_counts',
  pauses: 'pauses',
  pauseEnds: 'pause_ends',
  retractions: 'retractions',
  answers: 'answers',
  intakes: 'intakes',
  snoozes: 'snoozes',
  clinicVisits: 'clinic_visits',
  photos: 'photos',
  acknowledgements: 'acknowledgements',
} as const satisfies Record<FactTable, string>

type Row = Record<string, unknown>

/** The columns of a fact's own fields. */
export function rowOf({ doseKey: dose, groupKey: group, ...fields }: Row): Row {
  const row = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [snakeCase(name), value]),
  )
  if (typeof dose === 'string') {
    const { courseId, day, slotId } = readDoseKey(dose)
    Object.assign(row, { course_id: courseId, care_date: day, slot_id: slotId })
  }
  if (typeof group === 'string') {
    const [day, slotId] = group.split('|')
    Object.assign(row, { care_date: Number(day), slot_id: slotId })
  }
  return row
}

/** The fact of a row as the database gives it in JSON; `at` and `receivedAt` in ms since 1970. */
export function factOf(table: FactTable, row: Row): Row {
  const fact: Row = {
    by: row.by_id,
    at: Date.parse(String(row.at)),
    receivedAt: Date.parse(String(row.received_at)),
  }
  const elsewhere = elsewhereIn(table)
  for (const column in row) if (!elsewhere.has(column)) fact[fieldOf(column)] = row[column]
  const [course, day, slot] = [String(row.course_id), Number(row.care_date), String(row.slot_id)]
  if (table === 'answers') fact.doseKey = doseKey(course, day, slot)
  if (table === 'snoozes') {
    fact.groupKey = groupKey(day, slot)
    if (row.course_id !== null) fact.courseId = course
  }
  return fact
}

/** Columns that a fact has under another name, or not at all. */
const ofEvery = new Set(['person_id', 'by_id', 'at', 'received_at', 'file_id'])
const ofKeyed = new Set([...ofEvery, 'course_id', 'care_date', 'slot_id'])
const elsewhereIn = (table: FactTable) =>
  table === 'answers' || table === 'snoozes' ? ofKeyed : ofEvery

// A history has thousands of rows of a dozen columns each, so their names are worked out once.
const fields = new Map<string, string>()
function fieldOf(column: string): string {
  const field = fields.get(column) ?? camelCase(column)
  fields.set(column, field)
  return field
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const camelCase = (name: string) =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
