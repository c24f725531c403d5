import { PgBoss } from 'pg-boss'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { jobs } from '~/jobs/catalog.server'
import { defineJob, type Job } from '~/platform/jobs/job.server'
import { jobStore } from '~/platform/jobs/job-store.server'
import { startJobs, type RunningJobs } from '~/platform/jobs/start-jobs.server'
import { waitUntil } from '../support/child-process'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { partsAround } from '../support/parts'

describeOnEachDatabase('jobs', (open) => {
  let base: TestDatabase
  const running: RunningJobs[] = []
  beforeAll(async () => {
    base = await open()
  })
  afterEach(async () => {
    await Promise.all(running.splice(0).map((one) => one.stop()))
  })
  afterAll(() => base.close())

  const start = async (catalog: readonly Job[], parts = partsAround(base.db)) => {
    const started = await startJobs({ parts, catalog, pollSeconds: 0.5 })
    running.push(started)
    return started
  }

  async function send(name: string, data: object = {}) {
    const boss = new PgBoss({
      db: jobStore(base.db),
      backend: base.engine,
      createSchema: false,
      migrate: false,
      supervise: false,
      schedule: false,
      registerInstance: false,
    })
    await boss.start()
    const id = await boss.send(name, data)
    await boss.stop({ graceful: false })
    return id
  }

  const stateOf = async (name: string) => {
    const [row] = await base.owner.query<{ state: string; retry_count: number; output: unknown }>(
      'select state, retry_count, output from pgboss.job where name = $1',
      [name],
    )
    return row
  }

  test('the schema of the migration is the one this pg-boss wants, and role app owns it', async () => {
    const boss = new PgBoss({
      db: jobStore(base.db),
      backend: base.engine,
      createSchema: false,
      migrate: false,
    })
    const drift = await boss.detectSchemaDrift()
    expect(JSON.stringify(drift)).toContain('"ok":true')
  })

  test('starts as role app and schedules the whole catalog in Korean time', async () => {
    expect(await base.db.runScript('select current_user::text as user')).toEqual([{ user: 'app' }])
    await start(jobs)
    const rows = await base.owner.query<{ name: string; timezone: string }>(
      'select name, timezone from pgboss.schedule order by name',
    )
    expect(rows).toEqual(
      jobs
        .map((job) => ({ name: job.name, timezone: 'Asia/Seoul' }))
        .sort((a, b) => a.name.localeCompare(b.name)),
    )
  })

  test('a schedule that left the catalog is gone with the next start', async () => {
    await start([])
    expect(await base.owner.query('select name from pgboss.schedule')).toEqual([])
  })

  test('hands checked data to the job, and runs it once though two processes look', async () => {
    const seen: number[] = []
    const job = defineJob({
      name: 'count',
      schema: z.object({ number: z.number() }),
      retries: 0,
      run: async (_parts, { number }) => void seen.push(number),
    })
    await start([job])
    await start([job])
    await send('count', { number: 7 })
    await waitUntil(async () => (await stateOf('count'))?.state === 'completed', 'the job')
    await new Promise((done) => setTimeout(done, 1_200))
    expect(seen).toEqual([7])
  })

  test('a job that fails is tried again later; the reason is in the log and nowhere else', async () => {
    const parts = partsAround(base.db)
    const job = defineJob({
      name: 'fail',
      schema: z.object({}),
      retries: 2,
      run: async () => {
        throw new Error('no answer from +82 10 1234 5678')
      },
    })
    await start([job], parts)
    await send('fail')
    await waitUntil(async () => (await stateOf('fail'))?.state === 'retry', 'the failure')
    const row = await stateOf('fail')
    expect(JSON.stringify(row?.output)).not.toContain('1234')
    expect(parts.lines.join()).toContain('no answer from [number]')
    const [{ wait } = { wait: 0 }] = await base.owner.query<{ wait: number }>(
      `select extract(epoch from start_after - now())::int as wait from pgboss.job where name = 'fail'`,
    )
    expect(wait).toBeGreaterThan(20)
  })

  test('stop lets a running job finish, and begins no other', async () => {
    let began = false
    let finished = false
    const job = defineJob({
      name: 'slow',
      schema: z.object({}),
      retries: 0,
      run: async (parts) => {
        began = true
        await new Promise((done) => setTimeout(done, 1_500))
        await parts.db.ping()
        finished = true
      },
    })
    const started = await start([job])
    await send('slow')
    await waitUntil(() => began, 'the job to begin')
    await started.stop()
    expect(finished).toBe(true)
    expect((await stateOf('slow'))?.state).toBe('completed')
  })

  test('trim-applied-commands forgets what is older than 400 days', async () => {
    const id = '0190a0e0-0000-7000-8000-000000000001'
    await base.owner.query(`insert into gyeote.people (id) values ($1)`, [id])
    await base.owner.query(
      `insert into gyeote.applied_commands (person_id, command_id, type, applied_at)
       select $1, gen_random_uuid(), 'complete-card', now() - days * interval '1 day'
       from unnest(array[0, 399, 401, 900]) as days`,
      [id],
    )
    const trim = jobs.find((job) => job.name === 'trim-applied-commands')
    await trim?.run(partsAround(base.db), {})
    const [{ left } = { left: 0 }] = await base.owner.query<{ left: number }>(
      'select count(*)::int as left from gyeote.applied_commands',
    )
    expect(left).toBe(2)
  })
})
