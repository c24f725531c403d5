import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { PGlite, types } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import { databaseFrom, type Database, type QueryTiming } from './database.server'
import { guardFolder } from './guard-folder.server'
import { migrate } from './migrate.server'
import { pgliteOwner } from './owner-session.server'
import type { Tables } from './tables'

/**
 * The embedded database in `dataDir/database` (in memory without one), migrated and stepped down to
 * role `app`, so that a forgotten role fails instead of seeing everything.
 * @param options.template a `dumpDataDir` archive to begin from when there is nothing yet.
 * @throws {FolderInUseError} when another process has this folder open.
 */
export async function openPglite(options: {
  dataDir?: string
  projectDir: string
  template?: Blob
  onQuery?: (timing: QueryTiming) => void
}): Promise<Database> {
  const folder = options.dataDir && resolve(options.dataDir, 'database')
  if (folder) await mkdir(join(folder, '..'), { recursive: true })
  const guard = folder ? await guardFolder(folder) : undefined
  const pglite = await openMigrated(options, folder).catch(async (error: unknown) => {
    await guard?.release()
    throw error
  })
  const root = new Kysely<Tables>({
    dialect: new PGliteDialect({ pglite: pglite }),
    log: (event) => {
      if (event.level === 'query')
        options.onQuery?.({ query: event.query.sql, durationMs: event.queryDurationMillis })
    },
  })
  // Holding Kysely's only connection keeps everything else out meanwhile.
  const runScript = (text: string) =>
    root.connection().execute(async () => {
      try {
        const results = await pglite.exec(text)
        return results.flatMap(({ rows }) => rows as Record<string, unknown>[])
      } catch (error) {
        await pglite.exec('rollback')
        throw error
      }
    })
  return databaseFrom('pglite', root, runScript, async () => {
    await root.destroy()
    // Kysely closes only what it has used.
    if (!pglite.closed) await pglite.close()
    await guard?.release()
  })
}

async function openMigrated(
  options: { projectDir: string; template?: Blob },
  folder: string | undefined,
): Promise<PGlite> {
  const begun = folder !== undefined && existsSync(join(folder, 'PG_VERSION'))
  const pglite = await PGlite.create({
    ...(folder ? { dataDir: folder } : {}),
    ...(options.template && !begun ? { loadDataDir: options.template } : {}),
    parsers: { [types.INT8]: Number, [types.DATE]: (text: string) => text },
  })
  try {
    await migrate(pgliteOwner(pglite), options.projectDir)
    await pglite.exec('set session authorization app')
    return pglite
  } catch (error) {
    await pglite.close()
    throw error
  }
}
