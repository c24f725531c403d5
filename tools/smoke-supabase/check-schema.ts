import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import { Wrong, type Report } from './report'

const migrationsDir = 'supabase/migrations'

/** What only the tables' owner can see. @param owner open for as long as the checks run. */
export async function checkSchema(report: Report, owner: pg.Client): Promise<void> {
  await report.check(
    'Every migration of this version is applied',
    'start once with MIGRATION_DATABASE_URL set, or run `supabase db push`',
    async () => {
      const files = (await readdir(migrationsDir)).filter((name) => name.endsWith('.sql'))
      const { rows } = await owner.query<{ version: string }>(
        'select version from supabase_migrations.schema_migrations',
      )
      const applied = new Set(rows.map(({ version }) => version))
      const missing = files.filter((name) => !applied.has(name.split('_')[0] ?? '')).sort()
      if (missing.length > 0) throw new Wrong(`missing: ${missing.join(', ')}`)
    },
  )
  await report.check(
    'Every table of schema gyeote has row level security, and nothing is open to somebody without a session',
    'undo what was changed by hand; supabase/tests/schema.sql is what has to pass',
    async () => {
      await owner.query(await readFile('supabase/tests/schema.sql', 'utf8'))
    },
  )
}

/** Runs `work` with a connection as the owner, when there can be one. */
export async function withOwner(
  report: Report,
  url: string,
  work: (owner: pg.Client) => Promise<void>,
): Promise<boolean> {
  const owner = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  owner.on('error', () => undefined)
  const signedIn = await report.check(
    'MIGRATION_DATABASE_URL signs in as the owner of schema gyeote',
    'use the project’s postgres user there, by the direct address or the session pooler (port 5432, not 6543)',
    async () => {
      await owner.connect()
      const { rows } = await owner.query<{ owns: boolean }>(
        `select pg_has_role(nspowner, 'usage') as owns from pg_namespace where nspname = 'gyeote'`,
      )
      if (!rows[0]) throw new Wrong('schema gyeote is missing; no migration was applied yet')
      if (!rows[0].owns) throw new Wrong('schema gyeote belongs to somebody else')
    },
  )
  if (signedIn) await work(owner)
  await owner.end().catch(() => undefined)
  return signedIn
}
