import { CompiledQuery } from 'kysely'
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
  /** The tables' owner, past every policy, to set the scene and to look behind it. */
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

/** PGlite has one session: it steps up to the owner for one statement and down again, alone meanwhile. */
export function ownerBehind(db: Database): OwnerSession {
  const query = <Row>(text: string, parameters: unknown[] = []) =>
    db.root.connection().execute(async (session) => {
      const stepTo = (role: string) =>
        session.executeQuery(CompiledQuery.raw(`set session authorization ${role}`))
      await stepTo('postgres')
      try {
        const { rows } = await session.executeQuery<Row>(CompiledQuery.raw(text, parameters))
        return rows
      } finally {
        await stepTo('app')
      }
    })
  return { query, run: async (text) => void (await query(text)) }
}
