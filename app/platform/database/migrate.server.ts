import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OwnerSession } from './owner-session.server'

const bootstrapDir = 'app/platform/database/bootstrap'
const migrationsDir = 'supabase/migrations'

/** A file differs from what this database was made of. */
export class ChangedMigrationError extends Error {
  override name = 'ChangedMigrationError'
}

/**
 * Brings a database to the newest shape as its owner: the roles and the local accounts where Supabase
 * has not made them, then `supabase/migrations` in order, each once, recorded where `supabase db push`
 * looks. Two processes may call it at the same time.
 * @returns the versions applied now, oldest first.
 * @throws {ChangedMigrationError} where a file was edited after it was applied
 */
export async function migrate(session: OwnerSession, projectDir: string): Promise<string[]> {
  await session.run(`select pg_advisory_lock(7471000)`)
  try {
    await bootstrap(session, projectDir)
    await session.run(`
      create schema if not exists supabase_migrations;
      create table if not exists supabase_migrations.schema_migrations (
        version text primary key, statements text[], name text
      )`)
    const applied = new Map(
      (
        await session.query<{ version: string; statements: string[] | null }>(
          'select version, statements from supabase_migrations.schema_migrations',
        )
      ).map((row) => [row.version, row.statements ?? []]),
    )
    const files = (await readdir(join(projectDir, migrationsDir)))
      .filter((name) => name.endsWith('.sql'))
      .sort()
    const done: string[] = []
    for (const file of files) {
      const [version = '', ...name] = file.replace(/\.sql$/, '').split('_')
      const text = await readFile(join(projectDir, migrationsDir, file), 'utf8')
      const before = applied.get(version)
      if (before) {
        refuseChanged(file, before, text)
        continue
      }
      await inTransaction(session, async () => {
        await session.run(text)
        await session.query(
          'insert into supabase_migrations.schema_migrations (version, statements, name) values ($1, $2, $3)',
          [version, [text], name.join('_')],
        )
      })
      done.push(version)
    }
    return done
  } finally {
    await session.run(`select pg_advisory_unlock(7471000)`)
  }
}

/** Only what was written here is a whole file: `supabase db push` keeps statements apart and trimmed. */
function refuseChanged(file: string, [before, ...more]: string[], text: string) {
  if (!before?.endsWith('\n') || more.length > 0 || before === text) return
  throw new ChangedMigrationError(
    `${migrationsDir}/${file} is not what this database was made of.\n` +
      'Put it back as it was and write the change as a new migration,\n' +
      'or begin anew: an empty database, or no data folder.',
  )
}

async function bootstrap(session: OwnerSession, projectDir: string) {
  const [found] = await session.query<{ exists: boolean }>(
    `select to_regclass('auth.users') is not null as exists`,
  )
  if (found?.exists) return
  const dir = join(projectDir, bootstrapDir)
  const files = (await readdir(dir)).filter((name) => name.endsWith('.sql')).sort()
  await inTransaction(session, async () => {
    // roles.sql first: the accounts' tables are granted to the roles it makes.
    for (const file of ['roles.sql', ...files.filter((name) => name !== 'roles.sql')])
      await session.run(await readFile(join(dir, file), 'utf8'))
  })
}

async function inTransaction(session: OwnerSession, work: () => Promise<void>) {
  await session.run('begin')
  try {
    await work()
    await session.run('commit')
  } catch (error) {
    await session.run('rollback')
    throw error
  }
}
