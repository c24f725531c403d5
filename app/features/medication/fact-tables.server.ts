import type { NewFacts } from './fact-schema'
import { doseKey, groupKey, readDoseKey } from './schedule/keys'

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
  const { person_id: _, by_id: by, at, received_at: receivedAt, ...columns } = row
  const fact: Row = {
    by,
    at: Date.parse(String(at)),
    receivedAt: Date.parse(String(receivedAt)),
  }
  for (const [column, value] of Object.entries(columns)) fact[camelCase(column)] = value
  if (table !== 'answers' && table !== 'snoozes') return fact
  const { courseId, careDate, slotId, ...rest } = fact as Row & { careDate: number; slotId: string }
  return table === 'answers'
    ? { ...rest, doseKey: doseKey(String(courseId), careDate, slotId) }
    : { ...rest, groupKey: groupKey(careDate, slotId) }
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const camelCase = (name: string) =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
