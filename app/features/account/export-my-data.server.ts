import { Readable } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { sql } from 'kysely'
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

/** One call a room: each says in its own migration which of its tables somebody takes along. */
async function readTables(tx: Tx, personId: string): Promise<Record<string, unknown[]>> {
  const calls = rooms.map(
    (room) => sql`${sql.ref(`gyeote.${room}_data_of`)}(${personId}) as ${sql.ref(room)}`,
  )
  const { rows } = await sql<
    Record<string, Record<string, unknown[]>>
  >`select ${sql.join(calls)}`.execute(tx)
  return Object.assign({}, ...Object.values(rows[0] ?? {})) as Record<string, unknown[]>
}

const rooms = ['account', 'learning', 'medication', 'reminders', 'family', 'scam_check'] as const
