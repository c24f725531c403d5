import { Readable } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { sql, type RawBuilder } from 'kysely'
import type { RequestContext } from '~/platform/context.server'
import type { Tx } from '~/platform/database/database.server'
import { readPicture } from '~/platform/photos/read-picture'
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

/**
 * The same as JSON in pieces, with the viewer's pictures at its end: `pictures` is a list of `photoId`,
 * `mediaType` and `base64`, or `missing` where the store has none. One at a time, since all of them may be more
 * than a process has room for.
 */
export async function* writeMyData(context: RequestContext): AsyncGenerator<string> {
  const exported = await exportMyData(context)
  yield `${JSON.stringify(exported, null, 2).slice(0, -2)},\n  "pictures": [`
  let between = '\n    '
  for (const { id, file_id } of (exported.tables.photos ?? []) as {
    id: string
    file_id: string
  }[]) {
    const bytes = await context.photos.get(file_id).catch(() => null)
    const picture = bytes && readPicture(bytes)
    yield (
      between +
      JSON.stringify(
        picture
          ? {
              photoId: id,
              mediaType: picture.mediaType,
              base64: Buffer.from(picture.bytes).toString('base64'),
            }
          : { photoId: id, missing: true },
      )
    )
    between = ',\n    '
  }
  yield '\n  ]\n}\n'
}

export const streamMyData = (context: RequestContext): ReadableStream<Uint8Array> =>
  createReadableStreamFromReadable(Readable.from(writeMyData(context)))

/** One statement: asking for each table by itself takes longer than all of the reading. */
async function readTables(tx: Tx, personId: string): Promise<Record<string, unknown[]>> {
  const own = sql`person_id = ${personId}`
  const lists = [
    listOf('people', sql`id = ${personId}`),
    listOf('family_links', sql`senior_id = ${personId} or relative_id = ${personId}`),
    listOf('family_blocks', sql`senior_id = ${personId}`, [
      'id',
      'senior_id',
      'relative_id',
      'relative_name',
      'created_at',
      'left_at',
    ]),
    listOf('family_requests', sql`relative_id = ${personId}`, [
      'id',
      'relative_name',
      'relative_phone',
      'to_end',
      'created_at',
      'expires_at',
    ]),
    listOf('family_fine', own),
    // Those the viewer wrote and those they were sent, says the policy.
    listOf('family_words', sql`true`, ['id', 'link_id', 'day', 'words', 'created_at']),
    listOf('family_presence', own),
    listOf('family_weekly', own, ['way', 'email', 'asked_email', 'sent_week', 'error']),
    // Of relatives who looked, says the policy.
    listOf('family_looks', sql`true`),
    // What the viewer was told of a senior.
    listOf('scam_alerts_told', sql`relative_id = ${personId}`, [
      'id',
      'link_id',
      'told_at',
      'seen_at',
    ]),
    // Of the steps those of the viewer's own medicines, and those by which they were told.
    listOf('ladder_steps', sql`true`),
    listOf('device_reach', own, ['reached_at', 'emptied_at']),
    // Which subject the viewer is says the policy.
    listOf('audit_logs', sql`true`),
    ...ownTables.map((table) => listOf(table, own)),
  ]
  await sql`set local timezone = 'UTC'`.execute(tx)
  const { rows } = await sql<Record<string, unknown[]>>`select ${sql.join(lists)}`.execute(tx)
  return rows[0] ?? {}
}

/** @param columns those that are the viewer's to see, where not all are */
const listOf = (table: string, whose: RawBuilder<unknown>, columns?: readonly string[]) => sql`(
  select coalesce(json_agg(kept), '[]') from (
    select ${columns ? sql.join(columns.map((column) => sql.ref(column))) : sql`*`}
    from ${sql.table(`gyeote.${table}`)} where ${whose}
  ) kept
) as ${sql.ref(table)}`

const ownTables = [
  'devices',
  'phone_endings',
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
  'acknowledgements',
  'emergency_sheets',
  'photos',
  'scam_checks',
  'scam_alerts',
  'ladder_choices',
  'ladder_ends',
  'reminder_settings',
  'push_devices',
  'reminder_plans',
  'reminder_sends',
] as const
