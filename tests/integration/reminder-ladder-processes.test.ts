import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { epochDay } from '~/features/medication/schedule/care-date'
import { openSteps } from '~/features/reminders/ladder/ladder-work.server'
import { claimDue } from '~/features/reminders/sending/reminder-work.server'
import { openPostgres } from '~/platform/database/open-postgres.server'
import { postgresOwner } from '~/platform/database/owner-session.server'
import { endChild, ended, waitUntil } from '../support/child-process'
import { addSilent } from '../support/ladder-rows'
import { createDatabase } from '../support/postgres'
import { startPushService, type PushService } from '../support/push-server'
import { spawnReminderWorker, type ReminderWorker } from '../support/spawn-reminder-worker'
import { seoul } from './reminder-scene'

const address = inject('postgresAddress')
const at = seoul('09:00')
const today = epochDay('2026-11-25')

describe.skipIf(!address)('the ladder in several processes', () => {
  const most = 10
  const lanes = 3
  const workers: ReminderWorker[] = []
  let service: PushService
  let owner: pg.Client
  let urls: Awaited<ReturnType<typeof createDatabase>>

  beforeAll(async () => {
    service = await startPushService()
  })
  beforeEach(async () => {
    urls = await createDatabase(address as string)
    owner = new pg.Client({ connectionString: urls.ownerUrl })
    await owner.connect()
  })
  afterEach(async () => {
    for (const worker of workers.splice(0)) await endChild(worker.process, 'SIGTERM')
    await owner.end()
    await urls.drop()
  })
  afterAll(() => service.stop())

  const vapidKey = randomBytes(32).toString('base64url')
  const startWorker = async () => {
    const worker = await spawnReminderWorker({
      ...{ url: urls.appUrl, vapidKey, pushHost: service.host, now: at.getTime(), most },
      ...{ leaseMs: 4_000, pushMs: 500, everyMs: 50, together: 4 },
    })
    workers.push(worker)
  }
  const addPairs = async (count: number) => {
    const pairs = Array.from({ length: count }, () => ({
      senior: service.addPhone(),
      relative: service.addPhone(),
    }))
    await addSilent(postgresOwner(owner), pairs, { today, at })
    return pairs
  }
  const allTold = (count: number) => async () => {
    const { rows } = await owner.query<{ told: number; left: number }>(
      `select (select count(*) from gyeote.reminder_sends
           where about like '%|ladder|%' and state = 'sent')::int as told,
         (select count(*) from gyeote.reminder_plans where claim is not null)::int as left`,
    )
    return rows[0]?.told === count && rows[0].left === 0
  }
  const counts = (pairs: Awaited<ReturnType<typeof addPairs>>) =>
    pairs.map(({ relative }) => service.to(relative).length)

  test('two of them tell each relative once', async () => {
    const pairs = await addPairs(60)
    await Promise.all([startWorker(), startWorker()])
    await waitUntil(allTold(pairs.length), 'everybody to be told', 60_000)
    expect(counts(pairs)).toEqual(pairs.map(() => 1))
    expect(pairs.map(({ senior }) => service.to(senior).length)).toEqual(pairs.map(() => 0))
  })

  test('kills lose nobody, and repeat at most what was under way, in one place on the phone', async () => {
    const pairs = await addPairs(90)
    const before = service.received.length
    service.slowBy(150)
    await Promise.all([startWorker(), startWorker()])
    const kills = [15, 45]
    for (const pushes of kills) {
      await waitUntil(() => service.received.length - before >= pushes, 'some pushes', 60_000)
      const [victim] = workers.splice(0, 1)
      victim?.process.kill('SIGKILL')
      if (victim) await ended(victim.process)
      await startWorker()
    }
    await waitUntil(allTold(pairs.length), 'everybody to be told', 60_000)
    service.slowBy(0)
    const came = counts(pairs)
    expect(Math.min(...came)).toBe(1)
    const repeated = came.reduce((sum, count) => sum + count - 1, 0)
    expect(repeated).toBeLessThanOrEqual(kills.length * most * lanes)
    for (const { relative } of pairs) {
      const topics = service.to(relative).map(({ topic }) => topic)
      expect(new Set(topics).size).toBe(1)
    }
    const { rows } = await owner.query('select count(*)::int as steps from gyeote.ladder_steps')
    expect(rows).toEqual([{ steps: pairs.length }])
  })

  test('whoever has overslept its lease tells nobody', async () => {
    await addPairs(1)
    const db = await openPostgres({ url: urls.appUrl, projectDir: process.cwd() })
    const claim = (leaseMs: number) => ({ token: crypto.randomUUID(), leaseMs })
    const [slow, quick] = [claim(200), claim(60_000)]
    const [personId = ''] = await claimDue(db, slow, at.getTime(), 10)
    await new Promise((done) => setTimeout(done, 300))
    expect(await claimDue(db, quick, at.getTime(), 10)).toEqual([personId])
    const { rows } = await owner.query<{ link_id: string }>(
      'select id as link_id from gyeote.family_links',
    )
    const about = `${today}|morning`
    const step = { about, linkId: rows[0]?.link_id ?? '', courseIds: [] }
    const plans = [{ personId, steps: [step] }]
    expect(await openSteps(db, slow, plans, at.getTime())).toBe(0)
    expect(await openSteps(db, quick, plans, at.getTime())).toBe(1)
    expect(await openSteps(db, quick, plans, at.getTime())).toBe(0)
    await db.close()
  })
})
