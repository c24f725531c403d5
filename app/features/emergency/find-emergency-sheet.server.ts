import { sql } from 'kysely'
import type { Tx } from '~/platform/database/database.server'
import { emptySheet, sheetFields, type Sheet } from './sheet'

const column = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** A person's sheet as far as the viewer may see it: of each field the newest word that was received. */
export async function findEmergencySheet(tx: Tx, personId: string): Promise<Sheet> {
  const newest = sheetFields.map(
    (field) => sql`(array_agg(${sql.ref(column(field))} order by received_at desc, id desc)
      filter (where ${sql.ref(column(field))} is not null))[1] as ${sql.ref(field)}`,
  )
  const { rows } = await sql<Record<keyof Sheet, string | null>>`
    select ${sql.join(newest)} from gyeote.emergency_sheets where person_id = ${personId}`.execute(
    tx,
  )
  const sheet = { ...emptySheet }
  for (const field of sheetFields) sheet[field] = rows[0]?.[field] ?? ''
  return sheet
}
