import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { databaseFrom, type Database, type QueryTiming } from './database.server'
import { migrate } from './migrate.server'
import { postgresOwner } from './owner-session.server'
import type { Tables } from './tables'

/** The role in `DATABASE_URL` could read past every policy. */
export class PowerfulRoleError extends Error {
  override name = 'PowerfulRoleError'
  constructor(role: string) {
    super(
      `DATABASE_URL signs in as "${role}", which bypasses row level security. ` +
        'Use role "app" there, and put the owner into MIGRATION_DATABASE_URL.',
    )
  }
}

/** What `date` and `bigint` are read as, the same as on PGlite. */
export const parseTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === 20) return Number
    if (oid === 1082) return (text: string) => text
    return pg.types.getTypeParser(oid, format)
  }) as pg.CustomTypesConfig['getTypeParser'],
}

/**
 * A pool on PostgreSQL 15 or newer, migrated first when the owner's address is given.
 * @throws {PowerfulRoleError} when the app's role is a superuser or has BYPASSRLS.
 */
export async function openPostgres(options: {
  url: string
  migrationUrl?: string
  projectDir: string
  poolSize?: number
  onQuery?: (timing: QueryTiming) => void
}): Promise<Database> {
  if (options.migrationUrl) await migrateAt(options.migrationUrl, options.projectDir)
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize ?? 10,
    types: parseTypes,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 15_000,
  })
  // A connection that breaks is replaced at the next use, and what was under way on it fails by its next statement; without
  // a listener, of the pool for those that rest and of its own for one in use, it ends the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const root = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    log: (event) => {
      if (event.level === 'query')
        options.onQuery?.({ query: event.query.sql, durationMs: event.queryDurationMillis })
    },
  })
  try {
    await refusePowerfulRole(root)
  } catch (error) {
    await root.destroy()
    throw error
  }
  return databaseFrom(
    'postgres',
    root,
    (text) => runScript(pool, text),
    () => root.destroy(),
  )
}

/** Owning the tables is as good as BYPASSRLS: policies do not bind their owner. */
async function refusePowerfulRole(root: Kysely<Tables>) {
  const { rows } = await sql<{ name: string; powerful: boolean }>`
    select rolname as name, rolsuper or rolbypassrls or exists (
      select from pg_class
      where relnamespace = to_regnamespace('gyeote') and pg_has_role(session_user, relowner, 'member')
    ) as powerful
    from pg_roles where rolname = session_user`.execute(root)
  if (rows[0]?.powerful) throw new PowerfulRoleError(rows[0].name)
}

async function runScript(pool: pg.Pool, text: string): Promise<Record<string, unknown>[]> {
  const client = await pool.connect()
  try {
    const answer = (await client.query(text)) as pg.QueryResult | pg.QueryResult[]
    client.release()
    return [answer].flat().flatMap(({ rows }) => rows as Record<string, unknown>[])
  } catch (error) {
    // Whatever the script had begun must not reach the next user of this connection.
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
    throw error
  }
}

async function migrateAt(url: string, projectDir: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await migrate(postgresOwner(client), projectDir)
  } finally {
    await client.end()
  }
}
