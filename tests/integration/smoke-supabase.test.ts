import { execFile } from 'node:child_process'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkSupabase } from '../../tools/smoke-supabase/check-supabase'
import { openTestPglite, type TestDatabase } from '../support/databases'
import { startHostedPostgres, type HostedPostgres } from '../support/hosted-postgres'
import { findFreePort } from '../support/free-port'
import { findPostgresBin } from '../support/installed-programs'
import { runAt } from '../support/postgres'
import { openProject, type Project } from './supabase-project'

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

/** A change by hand, how it is undone, and what the check has to say about it. */
const breaches: [what: string, breach: string, mend: string, complaint: RegExp][] = [
  [
    'a table without row level security',
    'alter table gyeote.cards disable row level security',
    'alter table gyeote.cards enable row level security',
    /✗ Every table.*without row level security: cards → undo/,
  ],
  [
    'a right too many',
    'grant select on gyeote.people to app',
    'revoke select on gyeote.people from app',
    /✗ By itself role app reads no table: it read gyeote.people/,
  ],
  [
    'a migration that was never applied',
    `update supabase_migrations.schema_migrations set version = 'x' where name = 'cards'`,
    `update supabase_migrations.schema_migrations set version = '20261124000300' where name = 'cards'`,
    /✗ Every migration.*missing: 20261124000300_cards\.sql → start once/,
  ],
  [
    'a job queue of somebody else',
    'alter schema pgboss owner to postgres',
    'alter schema pgboss owner to app',
    /✗ The job queue.*somebody else owns it/,
  ],
  [
    'a role that is no member',
    'set role postgres; revoke authenticated from app',
    'set role postgres; grant authenticated to app',
    /✗ Role app may become.*it is not a member of both → as the owner: alter role app/,
  ],
  [
    'a role that does more',
    'grant service_role to app; alter role app createdb inherit',
    'revoke service_role from app; alter role app nocreatedb noinherit',
    /✗ Role app may become.*it may make roles or databases.*it may become service_role/,
  ],
  [
    'a role that may not sign in',
    'alter role app nologin',
    'alter role app login',
    /✗ DATABASE_URL signs in.*"app" is not permitted to log in → as the owner: alter role app login/,
  ],
]

describe.skipIf(!findPostgresBin())('the check of a hosted Supabase project', () => {
  let accounts: TestDatabase
  let hosted: HostedPostgres
  let project: Project
  let owner: pg.Client
  let settings: Record<string, string>

  beforeAll(async () => {
    accounts = await openTestPglite()
    project = await openProject(accounts.db)
    hosted = await startHostedPostgres()
    owner = new pg.Client({ connectionString: hosted.ownerUrl })
    await owner.connect()
    const databases = { DATABASE_URL: hosted.appUrl, MIGRATION_DATABASE_URL: hosted.ownerUrl }
    settings = { ...project.settings, ...databases }
  })
  afterAll(async () => {
    await owner?.end()
    await hosted?.stop()
    await project?.close()
    await accounts?.close()
  })

  const users = async () => (await accounts.owner.query('select id from auth.users')).length
  const people = async () => (await owner.query('select id from gyeote.people')).rowCount

  /** What the check complains about, one line each, of a project that differs in one thing. */
  async function complaints(changed: Record<string, string> = {}): Promise<string[]> {
    const lines: string[] = []
    await checkSupabase({ ...settings, ...changed }, (line) => lines.push(line))
    return lines.filter((line) => line.startsWith('✗'))
  }

  test('is content with a project that is in order, and leaves nothing behind', async () => {
    const { lines, code } = await run(settings)
    expect(lines.filter((line) => line && !line.startsWith('✓'))).toEqual([
      '17 in order, 0 wrong, 0 not looked at',
    ])
    expect(lines).toContain('✓ The secret key deletes the account')
    expect(code).toBe(0)
    expect([await users(), await people()]).toEqual([0, 0])
  })

  test('says what is missing, and ends with 1', async () => {
    const { lines, code } = await run({ ...settings, MIGRATION_DATABASE_URL: '' })
    expect(lines[0]).toMatch(/^✗ The settings are complete: missing: MIGRATION_DATABASE_URL → /)
    expect(code).toBe(1)
  })

  test.each(breaches)('sees %s', async (_what, breach, mend, complaint) => {
    await runAt(hosted.superuserUrl, breach)
    try {
      expect((await complaints()).join('\n')).toMatch(complaint)
    } finally {
      await runAt(hosted.superuserUrl, mend)
    }
    expect(await complaints()).toEqual([])
    expect([await users(), await people()]).toEqual([0, 0])
  })

  test('sees addresses that are of the wrong role, or lead nowhere', async () => {
    expect((await complaints({ DATABASE_URL: hosted.ownerUrl })).join()).toMatch(
      /✗ DATABASE_URL signs in.*"postgres", which bypasses row level security/,
    )
    expect((await complaints({ MIGRATION_DATABASE_URL: hosted.appUrl })).join()).toMatch(
      /✗ MIGRATION_DATABASE_URL.*belongs to somebody else →/,
    )
    const nowhere = `127.0.0.1:${await findFreePort()}`
    expect((await complaints({ DATABASE_URL: `postgres://app@${nowhere}/x` })).join()).toMatch(
      /✗ DATABASE_URL signs in.*ECONNREFUSED/,
    )
    expect(await complaints({ SUPABASE_URL: `http://${nowhere}` })).toEqual([
      expect.stringMatching(/^✗ SUPABASE_URL answers: ECONNREFUSED →/),
    ])
  })

  test('sees a schema that the Data API serves', async () => {
    const { dataApi } = project.answers
    project.answers.dataApi = () => Response.json([])
    expect(await complaints()).toEqual([
      expect.stringMatching(/^✗ The Data API does not.*answered 200 \[\] instead of PGRST106 →/),
    ])
    project.answers.dataApi = () => new Response('<h1>Bad gateway</h1>', { status: 502 })
    expect(await complaints()).toEqual([expect.stringContaining('answered 502')])
    project.answers.dataApi = dataApi
  })

  test('sees sign-in that is switched off, or open without a code', async () => {
    const { settings: right } = project.answers
    for (const [wrong, complaint] of [
      [{ disable_signup: true }, 'new users are not allowed'],
      [{ external: { ...right.external, anonymous_users: false } }, 'anonymous sign-ins are off'],
      [{ external: { ...right.external, phone: false } }, 'the phone provider is off'],
      [{ phone_autoconfirm: true }, 'without a code'],
    ] as const) {
      project.answers.settings = { ...right, ...wrong }
      expect(await complaints()).toEqual([expect.stringContaining(complaint)])
    }
    project.answers.settings = right
  })

  test('sees tokens that cannot be verified, and makes no account then', async () => {
    project.answers.publicKeys = { keys: [] }
    expect(await complaints()).toEqual([expect.stringContaining('among its 0 keys → in Settings')])
    project.answers.publicKeys = undefined
    expect(await users()).toBe(0)
  })

  test('sees a secret key that is none, and names the account to be deleted by hand', async () => {
    expect(await complaints({ SUPABASE_SERVICE_ROLE_KEY: 'legacy' })).toEqual([
      expect.stringContaining('this is a legacy key'),
      expect.stringMatching(/deletes the account: 403 not_admin → .*user [0-9a-f-]{36} by hand/),
    ])
    expect([await users(), await people()]).toEqual([1, 0])
    await accounts.owner.query('delete from auth.users')
  })
})
