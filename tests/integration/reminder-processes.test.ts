import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { epochDay } from '~/features/medication/schedule/care-date'
import {
  claimDue,
  finishPeople,
  holdPushes,
} from '~/features/reminders/sending/reminder-work.server'
import { remindDue } from '~/features/reminders/sending/remind-due.server'
import { postgresOwner } from '~/platform/database/owner-session.server'
import { endChild, ended, waitUntil } from '../support/child-process'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { createDatabase } from '../support/postgres'
import { startPushService, type PushService } from '../support/push-server'
import { addReminded } from '../support/reminder-rows'
import { spawnReminderWorker, type ReminderWorker } from '../support/spawn-reminder-worker'
import { batchFor, choose, openReminderScene, seoul, type ReminderScene } from './reminder-scene'

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

describeOnEachDatabase('a lease', (open) => {
  let opened: TestDatabase
  let scene: ReminderScene
  beforeAll(async () => {
    opened = await open()
    scene = await openReminderScene(opened)
  })
  afterAll(() => scene.close())

  test('one has somebody, the other nobody, until the lease is over', async () => {
    scene.world.standAt(seoul('07:00'))
    const { personId } = await scene.somebody()
    await scene.remind()
    const at = seoul('08:00').getTime()
    const one = { token: randomUUID(), leaseMs: 400 }
    const other = { token: randomUUID(), leaseMs: 60_000 }
    const { db } = scene.world.parts
    expect(await claimDue(db, one, at, 10)).toEqual([personId])
    expect(await claimDue(db, other, at, 10)).toEqual([])
    await pause(500)
    expect(await claimDue(db, other, at, 10)).toEqual([personId])

    // Whoever comes back after its lease writes nothing, and may push nothing.
    const plan = { personId, tooLate: [], nextAt: at + 1e9 }
    const phone = (
      await opened.owner.query<{ id: string }>(
        'select id from gyeote.push_devices where person_id = $1',
        [personId],
      )
    )[0]
    const push = {
      occasion: { key: '20782|dose|morning' },
      phone: { id: phone?.id },
      step: 0,
      dueAt: at,
    } as never
    expect(await holdPushes(db, one, [{ personId, push }], at)).toEqual([])
    expect(await finishPeople(db, one, [], [plan], at)).toBe(0)
    expect(await claimDue(db, one, at + 2e9, 10)).toEqual([])
    expect(await holdPushes(db, other, [{ personId, push }], at)).toHaveLength(1)
    expect(await finishPeople(db, other, [], [plan], at)).toBe(1)
  })

  test('what a stalled process brings in late changes nothing', async () => {
    scene.world.standAt(seoul('07:00'))
    const { phone, personId } = await scene.somebody({ repeats: 0 })
    await scene.remind()
    scene.world.standAt(seoul('08:00'))
    scene.service.behave(phone, 'nothing', { answers: 201 })
    const batch = { ...batchFor(scene.world.parts), leaseMs: 800, pushMs: 0 }
    const stalled = remindDue(scene.world.parts, batch)
    await waitUntil(() => scene.service.asked(phone) === 1, 'the push that is not answered')
    await waitUntil(async () => (await scene.remind()) > 0, 'the lease to end')
    expect(scene.titles(phone)).toHaveLength(1)
    await stalled
    const [send] = await opened.owner.query(
      'select state, tries from gyeote.reminder_sends where person_id = $1',
      [personId],
    )
    expect(send).toEqual({ state: 'sent', tries: 2 })
    scene.world.standAt(seoul('08:05'))
    await scene.remind()
    expect(scene.titles(phone)).toHaveLength(1)
  })

  test('what is written down while somebody is being looked at is looked at next', async () => {
    scene.world.standAt(seoul('07:00'))
    const { browser, personId } = await scene.somebody()
    await scene.remind()
    const at = seoul('08:00').getTime()
    const { db } = scene.world.parts
    const claim = { token: randomUUID(), leaseMs: 60_000 }
    // Those of the tests before, who were planned later than that, are due as well.
    expect(await claimDue(db, claim, at, 10)).toContain(personId)
    await choose(browser, { repeats: 3 })
    await finishPeople(db, claim, [], [{ personId, tooLate: [], nextAt: at + 1e9 }], at)
    expect(await claimDue(db, claim, at, 10)).toEqual([personId])
  })
})

const address = inject('postgresAddress')
describe.skipIf(!address)('several processes', () => {
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
      url: urls.appUrl,
      vapidKey,
      pushHost: service.host,
      now: seoul('08:00').getTime(),
      most,
      leaseMs: 4_000,
      pushMs: 500,
      everyMs: 50,
      together: 4,
    })
    workers.push(worker)
  }
  const addPeople = async (count: number) => {
    const phones = Array.from({ length: count }, () => service.addPhone())
    await addReminded(postgresOwner(owner), phones, {
      today: epochDay('2026-11-24'),
      minute: 480,
      nextAt: seoul('08:00'),
    })
    return phones
  }
  const allDone = async () => {
    const { rows } = await owner.query<{ left: number }>(
      `select count(*)::int as left from gyeote.reminder_plans
       where claim is not null or next_at <= '2026-11-25T08:01:00+09:00'`,
    )
    return rows[0]?.left === 0
  }

  test('send each reminder once', async () => {
    const phones = await addPeople(150)
    await Promise.all([startWorker(), startWorker()])
    await waitUntil(allDone, 'everybody to be reminded', 60_000)
    expect(phones.map((phone) => service.to(phone).length)).toEqual(phones.map(() => 1))
  })

  test('lose nothing when they are killed, and repeat at most what was under way', async () => {
    const phones = await addPeople(240)
    const before = service.received.length
    service.slowBy(200)
    await Promise.all([startWorker(), startWorker(), startWorker()])
    const kills = [30, 80, 130]
    const replaced: Promise<void>[] = []
    for (const pushes of kills) {
      await waitUntil(() => service.received.length - before >= pushes, 'some pushes', 60_000)
      expect(service.received.length - before).toBeLessThan(phones.length)
      const [victim] = workers.splice(0, 1)
      victim?.process.kill('SIGKILL')
      if (victim) await ended(victim.process)
      replaced.push(startWorker())
    }
    await Promise.all(replaced)
    await waitUntil(allDone, 'everybody to be reminded', 60_000)
    service.slowBy(0)
    const counts = phones.map((phone) => service.to(phone).length)
    expect(Math.min(...counts)).toBe(1)
    const repeated = counts.reduce((sum, count) => sum + count - 1, 0)
    expect(repeated).toBeLessThanOrEqual(kills.length * most * lanes)
    for (const phone of phones) {
      const topics = service
        .to(phone)
        .map(({ topic, message }) => [topic, message.notification.tag])
      expect(new Set(topics.flat()).size).toBe(1)
    }
    const { rows } = await owner.query('select distinct state from gyeote.reminder_sends')
    expect(rows).toEqual([{ state: 'sent' }])
  })

  test('somebody at whom every one of them dies is given up, and keeps nobody else waiting', async () => {
    const [poison, ...others] = await addPeople(12)
    if (!poison) throw new Error('there is no phone')
    service.behave(poison, 'nothing')
    for (let deaths = 1; deaths <= 4; deaths++) {
      await startWorker()
      await waitUntil(() => service.asked(poison) === deaths, `try ${deaths}`, 60_000)
      const [victim] = workers.splice(0, 1)
      victim?.process.kill('SIGKILL')
      if (victim) await ended(victim.process)
    }
    await startWorker()
    await waitUntil(allDone, 'everybody to be done with', 90_000)
    expect(service.asked(poison)).toBe(4)
    const pushes = others.map((phone) => service.to(phone).length)
    expect(Math.min(...pushes)).toBeGreaterThanOrEqual(1)
    // Under way at each of the deaths, at worst.
    expect(Math.max(...pushes)).toBeLessThanOrEqual(5)
    const { rows } = await owner.query(
      `select sent.state, phone.error, plan.pushed from gyeote.push_devices phone
       join gyeote.reminder_plans plan using (person_id)
       join gyeote.reminder_sends sent on sent.device_id = phone.id where phone.endpoint = $1`,
      [poison.endpoint],
    )
    expect(rows).toEqual([{ state: 'failed', error: 'given_up', pushed: 4 }])
  })

  test('told to stop, one ends at once and leaves the rest to the others', async () => {
    const phones = await addPeople(120)
    service.slowBy(100)
    await startWorker()
    const before = service.received.length
    await waitUntil(() => service.received.length > before + 5, 'some pushes', 60_000)
    const [first] = workers.splice(0, 1)
    const began = performance.now()
    first?.process.kill('SIGTERM')
    if (first) await ended(first.process)
    expect(performance.now() - began).toBeLessThan(3_000)
    expect(first?.process.exitCode).toBe(0)
    service.slowBy(0)
    await startWorker()
    await waitUntil(allDone, 'everybody to be reminded', 60_000)
    expect(phones.map((phone) => service.to(phone).length)).toEqual(phones.map(() => 1))
  })

  test('one lane waits for a silent push service, and the others look on', async () => {
    const [silent] = await addPeople(1)
    if (!silent) throw new Error('there is no phone')
    service.behave(silent, 'nothing')
    await startWorker()
    await waitUntil(() => service.asked(silent) === 1, 'the push that is not answered')
    const began = performance.now()
    const [phone] = await addPeople(1)
    await waitUntil(() => phone !== undefined && service.to(phone).length === 1, 'the other phone')
    // The push service of the first has ten seconds.
    expect(performance.now() - began).toBeLessThan(6_000)
    expect(service.asked(silent)).toBe(1)
  })
})
