import { execFile } from 'node:child_process'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Database } from '~/platform/database/database.server'
import { openPostgres } from '~/platform/database/open-postgres.server'
import { checkSupabase } from '../../tools/smoke-supabase/check-supabase'
import { createDatabase, runAt, type DatabaseUrls } from '../support/postgres'
import { openProject } from './supabase-project'

const postgres = inject('postgresAddress')

/** The process as `npm run smoke:supabase` starts it. */
function run(env: Record<string, string>): Promise<{ lines: string[]; code: unknown }> {
  const command = ['--import', 'tsx', 'tools/smoke-supabase.ts']
  const onlyThese = { NODE_ENV: 'production', PATH: process.env.PATH, ...env } as const
  return new Promise((done) => {
    execFile(process.execPath, command, { env: onlyThese }, (error, stdout) =>
      done({ lines: stdout.trim().split('\n'), code: error?.code ?? 0 }),
    )
  })
}

describe.skipIf(!postgres)('the check of a hosted Supabase project', () => {
  let urls: DatabaseUrls & { drop(): Promise<void> }
  let db: Database
  let owner: pg.Client
  let hosted: Awaited<ReturnType<typeof openProject>>
  let settings: Record<string, string>

  beforeAll(async () => {
    urls = await createDatabase(postgres as string)
    db = await openPostgres({ url: urls.appUrl, projectDir: process.cwd(), poolSize: 2 })
    owner = new pg.Client({ connectionString: urls.ownerUrl })
    await owner.connect()
    hosted = await openProject(db)
    settings = {
      ...hosted.settings,
      DATABASE_URL: urls.appUrl,
      MIGRATION_DATABASE_URL: urls.ownerUrl,
    }
  })
  afterAll(async () => {
    await hosted?.close()
    await db?.close()
    await owner?.end()
    await urls?.drop()
  })

  const count = async (table: string) =>
    (await owner.query(`select count(*)::int as n from ${table}`)).rows[0].n as number

  /** What the check complains about, one line each, of a project that differs in one thing. */
  async function complaints(changed: Record<string, string> = {}): Promise<string[]> {
    const lines: string[] = []
    await checkSupabase({ ...settings, ...changed }, (line) => lines.push(line))
    return lines.filter((line) => line.startsWith('✗'))
  }

  test('is content with a project that is in order, and leaves nothing behind', async () => {
    const { lines, code } = await run(settings)
    expect(lines.filter((line) => !line.startsWith('✓')).filter(Boolean)).toEqual([
      '16 in order, 0 wrong, 0 not looked at',
    ])
    expect(lines).toContain('✓ The secret key deletes the account')
    expect(code).toBe(0)
    expect(await count('auth.users')).toBe(0)
    expect(await count('gyeote.people')).toBe(0)
    expect(await count('gyeote.devices')).toBe(0)
  })

  test('says what is missing, and ends with 1', async () => {
    const { lines, code } = await run({ ...settings, MIGRATION_DATABASE_URL: '' })
    expect(lines[0]).toMatch(/^✗ The settings are complete: missing: MIGRATION_DATABASE_URL → /)
    expect(code).toBe(1)
  })

  test.each([
    [
      'a table without row level security',
      'alter table gyeote.cards disable row level security',
      'alter table gyeote.cards enable row level security',
      /security.*cards →/,
    ],
    [
      'a right too many',
      'grant select on gyeote.people to app',
      'revoke select on gyeote.people from app',
      /By itself role app reads no table/,
    ],
    [
      'a migration that was never applied',
      `update supabase_migrations.schema_migrations set version = 'x' where version = '20261124000300'`,
      `update supabase_migrations.schema_migrations set version = '20261124000300' where version = 'x'`,
      /missing: 20261124000300_cards\.sql/,
    ],
    [
      'a queue of somebody else',
      'alter schema pgboss owner to gyeote_owner',
      'alter schema pgboss owner to app',
      /job queue.*somebody else owns it/,
    ],
  ])('sees %s', async (_what, breach, mend, complaint) => {
    await owner.query(breach)
    try {
      expect((await complaints()).join('\n')).toMatch(complaint)
    } finally {
      await owner.query(mend)
    }
    expect(await complaints()).toEqual([])
  })

  test('sees addresses that are of the wrong role', async () => {
    expect((await complaints({ DATABASE_URL: urls.ownerUrl })).join()).toMatch(
      /✗ DATABASE_URL signs in.*"gyeote_owner", which bypasses row level security.* → as the owner: alter role app/,
    )
    expect((await complaints({ MIGRATION_DATABASE_URL: urls.appUrl })).join()).toMatch(
      /✗ MIGRATION_DATABASE_URL.*belongs to somebody else →/,
    )
    const nowhere = new URL(urls.appUrl)
    nowhere.port = '1'
    expect((await complaints({ DATABASE_URL: nowhere.href })).join()).toContain('ECONNREFUSED')
  })

  test('sees a role that may do less, or more, than the app', async () => {
    const superuser = new URL(urls.ownerUrl)
    superuser.username = 'superuser'
    const as = (name: string) => {
      const url = new URL(urls.appUrl)
      url.username = name
      return { DATABASE_URL: url.href }
    }
    await runAt(
      superuser.href,
      `create role mighty bypassrls; create role half login noinherit createdb;
       grant mighty, anon to half`,
    )
    try {
      expect((await complaints(as('half'))).join('\n')).toMatch(
        /nothing more: it is called "half",.*not a member of both;.*may make .*may become mighty/,
      )
      expect(await count('auth.users')).toBe(0)
    } finally {
      await runAt(superuser.href, 'drop role half; drop role mighty')
    }
  })

  test('sees a schema that the Data API serves', async () => {
    const { dataApi } = hosted.project
    hosted.project.dataApi = () => Response.json([])
    expect(await complaints()).toEqual([
      expect.stringMatching(/^✗ The Data API does not.*answered 200/),
    ])
    hosted.project.dataApi = () => new Response('<h1>Bad gateway</h1>', { status: 502 })
    expect(await complaints()).toEqual([expect.stringContaining('answered 502')])
    hosted.project.dataApi = dataApi
  })

  test('sees sign-in that is switched off, or open without a code', async () => {
    const { settings: right } = hosted.project
    for (const [wrong, complaint] of [
      [{ ...right, disable_signup: true }, 'new users are not allowed'],
      [
        { ...right, external: { ...right.external, anonymous_users: false } },
        'anonymous sign-ins are off',
      ],
      [{ ...right, external: { ...right.external, phone: false } }, 'the phone provider is off'],
      [{ ...right, phone_autoconfirm: true }, 'without a code'],
    ] as const) {
      hosted.project.settings = wrong
      expect(await complaints()).toEqual([expect.stringContaining(complaint)])
    }
    hosted.project.settings = right
  })

  test('sees tokens that cannot be verified, and makes no account then', async () => {
    hosted.project.publicKeys = { keys: [] }
    expect(await complaints()).toEqual([expect.stringContaining('among its 0 keys → in Settings')])
    hosted.project.publicKeys = undefined
    expect(await count('auth.users')).toBe(0)
  })

  test('sees a secret key that is none, and leaves the account to be removed by hand', async () => {
    const found = await complaints({ SUPABASE_SERVICE_ROLE_KEY: 'legacy' })
    expect(found).toEqual([
      expect.stringContaining('this is a legacy key'),
      expect.stringMatching(
        /deletes the account: 403 not_admin → .*delete user [0-9a-f-]{36} by hand/,
      ),
    ])
    expect(await count('gyeote.people')).toBe(0)
    await owner.query('delete from auth.users')
  })
})
