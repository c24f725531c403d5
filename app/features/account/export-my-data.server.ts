import type { RequestContext } from '~/platform/context.server'
import type { Tx } from '~/platform/database/database.server'
import { requireViewer } from '~/platform/session/require-viewer.server'

/** Every row about the viewer, by table, as the database has it; instants in UTC (ISO 8601). */
export interface ExportedData {
  v: 1
  exportedAt: string
  account: { id: string; phone: string | null }
  tables: Record<string, unknown[]>
}

/** All of the viewer's data, for them to keep or take elsewhere (개인정보보호법 제35조의2). */
export async function exportMyData(context: RequestContext): Promise<ExportedData> {
  const viewer = requireViewer(context)
  const tables = await context.asViewer((tx) => readTables(tx, viewer.personId))
  return {
    v: 1,
    exportedAt: context.clock.now().toISOString(),
    account: { id: viewer.personId, phone: viewer.phone },
    tables,
  }
}

async function readTables(tx: Tx, personId: string): Promise<Record<string, unknown[]>> {
  const own = (table: OwnTable) =>
    tx.selectFrom(`gyeote.${table}`).selectAll().where('person_id', '=', personId).execute()
  const tables: Record<string, unknown[]> = {
    people: await tx.selectFrom('gyeote.people').selectAll().where('id', '=', personId).execute(),
    family_links: await tx
      .selectFrom('gyeote.family_links')
      .selectAll()
      .where((row) => row.or([row('senior_id', '=', personId), row('relative_id', '=', personId)]))
      .execute(),
    audit_logs: await tx.selectFrom('gyeote.audit_logs').selectAll().orderBy('id').execute(),
  }
  for (const table of ownTables) tables[table] = await own(table)
  return tables
}

const ownTables = [
  'devices',
  'adoptions',
  'applied_commands',
  'audit_subjects',
  'consents',
  'card_completions',
  'card_views',
  'quiz_answers',
  'points_ledger',
  'days_together',
  'courses',
  'course_versions',
  'slot_hours',
  'zones',
  'packs',
  'stock_counts',
  'pauses',
  'pause_ends',
  'retractions',
  'answers',
  'intakes',
  'snoozes',
  'clinic_visits',
  'emergency_sheets',
] as const

type OwnTable = (typeof ownTables)[number]
