import { sql } from 'kysely'
import { whyNotKept } from '~/features/medication/facts/why-not-kept.server'
import type { Tx } from '~/platform/database/database.server'
import type { SaveEmergencySheet } from './sheet-schema'

interface CommandMeta {
  commandId: string
  occurredAt: Date
}

/** Writes down what the viewer changed of their emergency sheet, as far as they let health data be kept. */
export async function saveEmergencySheet(
  tx: Tx,
  personId: string,
  change: SaveEmergencySheet,
  { commandId, occurredAt }: CommandMeta,
) {
  const { rows } = await sql<{ may: boolean }>`
    select gyeote.may_keep_health_data() as may`.execute(tx)
  if (!rows[0]?.may) return { status: 'refused' as const, reason: await whyNotKept(tx) }
  await tx
    .insertInto('gyeote.emergency_sheets')
    .values({
      person_id: personId,
      id: commandId,
      by_id: personId,
      at: occurredAt,
      allergies: change.allergies,
      illnesses: change.illnesses,
      blood_type: change.bloodType,
      guardian_name: change.guardianName,
      guardian_phone: change.guardianPhone,
      doctor: change.doctor,
      doctor_phone: change.doctorPhone,
      notes: change.notes,
    })
    .execute()
  return { status: 'accepted' as const }
}
