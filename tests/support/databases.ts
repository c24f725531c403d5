import { sql } from 'kysely'
import pg from 'pg'
import { describe, inject } from 'vitest'
import type { Database } from '~/platform/database/database.server'
import { openPglite } from '~/platform/database/open-pglite.server'
import { openPostgres } from '~/platform/database/open-postgres.server'
import { postgresOwner, type OwnerSession } from '~/platform/database/owner-session.server'
import { pgliteTemplate } from './pglite-template'
import { createDatabase } from './postgres'

export interface TestDatabase {
  readonly engine: Database['engine']
  /** As the app has it: role `app`, and nothing more. */
  readonly db: Database
  /** The tables' owner, past every policy, to set the scene and to look behind it. Dates come as text or Date. */
  readonly owner: OwnerSession
  close(): Promise<void>
}

type Open = () => Promise<TestDatabase>

/**
 * Runs the same tests on the embedded database and on PostgreSQL. Each `open()` is a fresh, migrated
 * database. Without PostgreSQL its half is skipped; with `CI=true` the run has failed before.
 */
export function describeOnEachDatabase(name: string, tests: (open: Open) => void): void {
  const address = inject('postgresAddress')
  describe(`${name} on PGlite`, () => tests(openTestPglite))
  describe.skipIf(!address)(`${name} on PostgreSQL`, () =>
    tests(() => openTestPostgres(address as string)),
  )
}

export async function openTestPglite(): Promise<TestDatabase> {
  const db = await openPglite({ projectDir: process.cwd(), template: await pgliteTemplate() })
  return { engine: 'pglite', db, owner: ownerBehind(db), close: () => db.close() }
}

export async function openTestPostgres(address: string): Promise<TestDatabase> {
  const { ownerUrl, appUrl, drop } = await createDatabase(address)
  const db = await openPostgres({ url: appUrl, projectDir: process.cwd(), poolSize: 4 })
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  return {
    engine: 'postgres',
    db,
    owner: postgresOwner(client),
    close: async () => {
      await db.close()
      await client.end()
      await drop()
    },
  }
}

export function ownerBehind(db: Database): OwnerSession {
  const query = async <Row>(text: string, parameters: unknown[] = []) => {
    const statement = text.replace(/\$(\d+)/g, (_, place) => literal(parameters[Number(place) - 1]))
    const answers = /^\s*(select|with)\b/i.test(text)
    const { rows } = await sql<{ answer: Row[] }>`
      select testing.as_owner(${statement}, ${answers}) as answer`.execute(db.root)
    return rows[0]?.answer ?? []
  }
  return { query, run: async (text) => void (await query(text)) }
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value))
}
