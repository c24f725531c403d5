import { spawn, type ChildProcess } from 'node:child_process'
import { appendFile, cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'kysely'
import pg from 'pg'
import { afterEach, describe, expect, inject, test } from 'vitest'
import { FolderInUseError } from '~/platform/database/guard-folder.server'
import { migrate } from '~/platform/database/migrate.server'
import { openPglite } from '~/platform/database/open-pglite.server'
import { openPostgres, PowerfulRoleError } from '~/platform/database/open-postgres.server'
import { pgliteOwner, postgresOwner } from '~/platform/database/owner-session.server'
import { endChild, ended, waitUntil } from '../support/child-process'
import { ownerBehind } from '../support/databases'
import { pgliteTemplate } from '../support/pglite-template'
import { createDatabase, runAt } from '../support/postgres'

const projectDir = process.cwd()
const address = inject('postgresAddress') ?? ''
const cleanUps: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

async function versions(): Promise<string[]> {
  const files = await readdir(join(projectDir, 'supabase/migrations'))
  return files.map((file) => file.split('_')[0] ?? '').sort()
}

async function tempDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'svc-folder-'))
  cleanUps.push(() => rm(dir, { recursive: true, force: true }))
  return dir
}

async function connectTo(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  cleanUps.push(() => client.end())
  return client
}

async function emptyDatabase() {
  const database = await createDatabase(address, { empty: true })
  cleanUps.push(database.drop)
  return database
}

describe.skipIf(!address)('migrate on PostgreSQL', () => {
  test('two processes at once: each file is applied once, and a second run applies nothing', async () => {
    const { ownerUrl } = await emptyDatabase()
    const clients = await Promise.all([connectTo(ownerUrl), connectTo(ownerUrl)])
    const applied = await Promise.all(
      clients.map((client) => migrate(postgresOwner(client), projectDir)),
    )
    expect(applied.flat().sort()).toEqual(await versions())
    expect(await migrate(postgresOwner(await connectTo(ownerUrl)), projectDir)).toEqual([])
    const { rows } = await (
      await connectTo(ownerUrl)
    ).query(
      'select version, statements, name from supabase_migrations.schema_migrations order by 1',
    )
    expect(rows.map((row) => row.version)).toEqual(await versions())
    expect(rows[0]).toMatchObject({
      name: 'people',
      statements: [expect.stringContaining('create')],
    })
  })

  test('two databases of one cluster at once, though roles belong to the cluster', async () => {
    const databases = await Promise.all([emptyDatabase(), emptyDatabase(), emptyDatabase()])
    const applied = await Promise.all(
      databases.map(async ({ ownerUrl }) =>
        migrate(postgresOwner(await connectTo(ownerUrl)), projectDir),
      ),
    )
    for (const one of applied) expect(one).toEqual(await versions())
  })

  test('a file that was edited after it was applied is refused, with what to do', async () => {
    const project = await tempDir()
    for (const dir of ['app/platform/database/bootstrap', 'supabase/migrations'])
      await cp(join(projectDir, dir), join(project, dir), { recursive: true })
    const { ownerUrl } = await emptyDatabase()
    const owner = postgresOwner(await connectTo(ownerUrl))
    await migrate(owner, project)
    await appendFile(join(project, 'supabase/migrations/20261124000100_people.sql'), '-- more\n')
    await expect(migrate(owner, project)).rejects.toThrow(/000100_people.*new migration/s)
    // What the Supabase CLI has recorded, statement by statement, is left to it.
    await owner.query(
      `update supabase_migrations.schema_migrations set statements = array['select 1', 'select 2']`,
    )
    expect(await migrate(owner, project)).toEqual([])
  })

  test('a file that fails leaves nothing behind, and goes on from there once mended', async () => {
    const project = await tempDir()
    for (const dir of ['app/platform/database/bootstrap', 'supabase/migrations'])
      await cp(join(projectDir, dir), join(project, dir), { recursive: true })
    const bad = join(project, 'supabase/migrations/20990101000000_bad.sql')
    await writeFile(bad, 'create table gyeote.half (id int); select broken;')
    const { ownerUrl } = await emptyDatabase()
    const client = await connectTo(ownerUrl)
    await expect(migrate(postgresOwner(client), project)).rejects.toThrow('broken')
    const half = await client.query(`select to_regclass('gyeote.half') as half`)
    expect(half.rows).toEqual([{ half: null }])
    // Applied, but it cannot be recorded.
    await writeFile(
      bad,
      'create table gyeote.half (id int); drop table supabase_migrations.schema_migrations;',
    )
    await expect(migrate(postgresOwner(client), project)).rejects.toThrow('schema_migrations')
    expect((await client.query(`select to_regclass('gyeote.half') as half`)).rows).toEqual([
      { half: null },
    ])
    await writeFile(bad, 'create table gyeote.half (id int);')
    const other = await connectTo(ownerUrl)
    expect(await migrate(postgresOwner(other), project)).toEqual(['20990101000000'])
  })

  test('where Supabase has its own accounts, the local ones are not made', async () => {
    const { ownerUrl } = await emptyDatabase()
    await runAt(
      ownerUrl,
      `create schema auth;
       create table auth.users (id uuid primary key);
       create function auth.uid() returns uuid language sql as 'select null::uuid';
       create function auth.jwt() returns jsonb language sql as $$ select '{}'::jsonb $$`,
    )
    const client = await connectTo(ownerUrl)
    await migrate(postgresOwner(client), projectDir)
    const { rows } = await client.query(
      `select table_name::text from information_schema.tables where table_schema = 'auth'`,
    )
    expect(rows).toEqual([{ table_name: 'users' }])
  })

  test('starts with the owner’s address beside the app’s, and works as app', async () => {
    const { ownerUrl, appUrl } = await emptyDatabase()
    const db = await openPostgres({ url: appUrl, migrationUrl: ownerUrl, projectDir })
    cleanUps.push(() => db.close())
    expect(await db.runScript('select session_user::text as user')).toEqual([{ user: 'app' }])
  })

  test('a role that could read past the policies is refused by name', async () => {
    const { ownerUrl, drop } = await createDatabase(address)
    cleanUps.push(drop)
    const as = (role: string) => {
      const url = new URL(ownerUrl)
      url.username = role
      return url.href
    }
    await runAt(
      as('superuser'),
      `create role bypassing login bypassrls; create role member login; grant gyeote_owner to member`,
    )
    cleanUps.push(() => runAt(as('superuser'), 'drop role bypassing; drop role member'))
    for (const role of ['superuser', 'bypassing', 'gyeote_owner', 'member']) {
      const opening = openPostgres({ url: as(role), projectDir })
      await expect(opening, role).rejects.toThrow(PowerfulRoleError)
      await expect(opening, role).rejects.toThrow(`"${role}"`)
    }
  })

  test('a lost connection is replaced', async () => {
    const { ownerUrl, appUrl, drop } = await createDatabase(address)
    cleanUps.push(drop)
    const db = await openPostgres({ url: appUrl, projectDir, poolSize: 2 })
    cleanUps.push(() => db.close())
    const superuser = new URL(ownerUrl)
    superuser.username = 'superuser'
    await db.ping()
    await runAt(
      superuser.href,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where usename = 'app' and datname = current_database()`,
    )
    await waitUntil(
      () =>
        db.ping().then(
          () => true,
          () => false,
        ),
      'a new connection',
      2_000,
    )
  })

  test('one that is lost in the midst of a transaction fails that, and ends no process', async () => {
    const { ownerUrl, appUrl, drop } = await createDatabase(address)
    cleanUps.push(drop)
    const db = await openPostgres({ url: appUrl, projectDir, poolSize: 2 })
    cleanUps.push(() => db.close())
    const superuser = new URL(ownerUrl)
    superuser.username = 'superuser'
    const cut = db.root.transaction().execute(async (tx) => {
      await sql`select 1`.execute(tx)
      // Nothing is asked of it as it breaks, as while a page computes between two reads.
      await runAt(
        superuser.href,
        `select pg_terminate_backend(pid, 5000) from pg_stat_activity
         where usename = 'app' and datname = current_database()`,
      )
      await sleep(100)
      await sql`select 1`.execute(tx)
    })
    await expect(cut).rejects.toThrow()
    await db.ping()
  })
})

describe('the embedded database', () => {
  test('a second run applies nothing', async () => {
    const pglite = await PGlite.create()
    cleanUps.push(() => pglite.close())
    expect(await migrate(pgliteOwner(pglite), projectDir)).toEqual(await versions())
    expect(await migrate(pgliteOwner(pglite), projectDir)).toEqual([])
  })

  test('a folder is opened once in a process, and again after it was closed', async () => {
    const dataDir = await tempDir()
    const template = await pgliteTemplate()
    const first = await openPglite({ dataDir, projectDir, template })
    await expect(openPglite({ dataDir, projectDir })).rejects.toThrow(FolderInUseError)
    await first.close()
    const second = await openPglite({ dataDir, projectDir })
    await second.ping()
    await second.close()
  })

  test('a folder that could not be opened is free again', async () => {
    const dataDir = await tempDir()
    await expect(openPglite({ dataDir, projectDir: dataDir })).rejects.toThrow('ENOENT')
    const db = await openPglite({ dataDir, projectDir })
    await db.ping()
    await db.close()
  })

  test('a second process is refused; a kill frees the folder and loses nothing acknowledged', async () => {
    const dataDir = await tempDir()
    const holder = startWriter(dataDir, 'hold')
    await waitUntil(() => holder.said.includes('open'), 'the first process', 30_000)
    await expect(openPglite({ dataDir, projectDir })).rejects.toThrow(FolderInUseError)
    const refused = startWriter(dataDir)
    await ended(refused.child)
    expect(refused.child.exitCode).toBe(1)
    expect(refused.errors()).toContain('is open in another process')
    holder.child.kill('SIGKILL')
    await ended(holder.child)

    const writer = startWriter(dataDir)
    await waitUntil(() => writer.said.length > 300, 'three hundred commits', 30_000)
    writer.child.kill('SIGKILL')
    await ended(writer.child)
    const acknowledged = writer.said.filter((line) => line.length === 36)
    const db = await openPglite({ dataDir, projectDir })
    cleanUps.push(() => db.close())
    const kept = await ownerBehind(db).query<{ id: string }>('select id::text from gyeote.people')
    const keptIds = new Set(kept.map((row) => row.id))
    expect(acknowledged.length).toBeGreaterThanOrEqual(300)
    expect(acknowledged.filter((id) => !keptIds.has(id))).toEqual([])
  }, 120_000)
})

/** A real process on the folder; whole lines it printed are in `said`. */
function startWriter(dataDir: string, ...rest: string[]) {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', 'tests/support/folder-writer.ts', dataDir, ...rest],
    { cwd: projectDir, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  cleanUps.push(() => endChild(child, 'SIGKILL'))
  const said: string[] = []
  let pending = ''
  let errors = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (pending + text).split('\n')
    pending = lines.pop() ?? ''
    said.push(...lines)
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text))
  return { child, said, errors: () => errors }
}
