import { sql } from 'kysely'
import type { Database } from '~/platform/database/database.server'
import type { FamilyAlert } from './alert-occasions'

/** What phones of these people are still to be told of their seniors, by person. */
export async function readFamilyAlerts(
  { root }: Pick<Database, 'root'>,
  people: readonly string[],
): Promise<Map<string, FamilyAlert[]>> {
  const { rows } = await sql<{ person_id: string; id: string; told_at: Date | string }>`
    select * from gyeote.read_scam_alerts(${[...people]}::uuid[])`.execute(root)
  const alerts = new Map<string, FamilyAlert[]>()
  for (const { person_id, id, told_at } of rows)
    alerts.set(person_id, [
      ...(alerts.get(person_id) ?? []),
      { id, toldAt: new Date(told_at).getTime() },
    ])
  return alerts
}
