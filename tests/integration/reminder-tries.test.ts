import { afterAll, beforeAll, expect, test } from 'vitest'
import { claimDue } from '~/features/reminders/sending/reminder-work.server'
import { remindDue } from '~/features/reminders/sending/remind-due.server'
import { readReminders } from '~/features/reminders/read-reminders.server'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import type { TestPhone } from '../support/push-server'
import { batchFor, openReminderScene, seoul, type ReminderScene } from './reminder-scene'

describeOnEachDatabase('somebody at whom a process dies', (open) => {
  let opened: TestDatabase
  let scene: ReminderScene
  beforeAll(async () => {
    opened = await open()
    scene = await openReminderScene(opened)
  })
  afterAll(() => scene.close())

  const passLease = () =>
    opened.owner.query(
      `update gyeote.reminder_plans set claimed_until = now() - interval '1 second'
       where claimed_until is not null`,
    )
  const planOf = async (personId: string) => {
    const [plan] = await opened.owner.query<{ tries: number; pushed: number; rests: boolean }>(
      `select tries, pushed, coalesce(claimed_until > now() + interval '1 hour', false) as rests
       from gyeote.reminder_plans where person_id = $1`,
      [personId],
    )
    return plan
  }
  /** A batch of a process that ends, with all it has in hand, when it comes to push to this phone. @returns whether it did */
  const endsAt = async (poison: TestPhone): Promise<boolean> => {
    const { push } = scene.world.parts
    const mortal: typeof push = {
      ...push,
      send: (to, request) =>
        to.endpoint === poison.endpoint
          ? Promise.reject(new Error('the process ends'))
          : push.send(to, request),
    }
    const parts = { ...scene.world.parts, push: mortal }
    const hasEnded = await remindDue(parts, batchFor(parts)).then(
      () => false,
      () => true,
    )
    if (hasEnded) await passLease()
    return hasEnded
  }

  test('is taken on with others twice, then alone and last, and of a fifth try nothing is pushed', async () => {
    scene.world.standAt(seoul('07:00'))
    const { phone: poison, personId, browser } = await scene.somebody({ repeats: 0 })
    const { phone } = await scene.somebody({ repeats: 0 })
    await scene.remind()
    scene.world.standAt(seoul('08:00'))
    expect([await endsAt(poison), await endsAt(poison)]).toEqual([true, true])
    expect(await planOf(personId)).toMatchObject({ tries: 2, pushed: 2 })
    const { phone: late } = await scene.somebody({ repeats: 0 })
    expect(await endsAt(poison), 'who is new').toBe(false)
    expect(scene.titles(late)).toHaveLength(1)
    // The one who was only with them, then the one at whom it ends; of the fifth try nothing is pushed.
    const ends = []
    for (let batch = 0; batch < 4; batch++) ends.push(await endsAt(poison))
    expect(ends.sort()).toEqual([false, false, true, true])
    expect(new Set(scene.service.to(phone).map(({ topic }) => topic)).size).toBe(1)
    // It went along twice, and was then alone: a third time is the last.
    expect(scene.service.to(phone).length).toBeLessThanOrEqual(3)
    expect(await planOf(personId)).toMatchObject({ tries: 3, pushed: 4 })
    expect(await scene.remind()).toBe(0)
    expect(scene.service.asked(poison)).toBe(0)
    const { devices } = await readReminders(await browser.context())
    expect(devices).toMatchObject([{ lastError: 'given_up' }])

    // What comes next has one try, and with it everything is as before.
    scene.world.standAt(seoul('08:00', '2026-11-26'))
    await scene.remind()
    expect(scene.titles(poison)).toHaveLength(1)
    expect(await planOf(personId)).toMatchObject({ tries: 0 })
    expect((await readReminders(await browser.context())).devices).toMatchObject([
      { lastError: null },
    ])
  })

  test('before anything is planned rests ever longer, also when something of theirs changes', async () => {
    await opened.owner.query('delete from gyeote.reminder_plans')
    scene.world.standAt(seoul('07:00'))
    const { personId } = await scene.somebody()
    await scene.remind()
    const at = seoul('08:00').getTime()
    const { db } = scene.world.parts
    const claim = () => claimDue(db, { token: crypto.randomUUID(), leaseMs: 120_000 }, at, 50)
    for (let tries = 1; tries <= 10; tries++) {
      expect(await claim(), `try ${tries}`).toContain(personId)
      const { rests } = (await planOf(personId)) ?? {}
      if (tries < 8 || tries === 10) expect(rests, `rests after ${tries}`).toBe(tries === 10)
      if (tries < 10) await passLease()
    }
    await opened.owner.query('select gyeote.wake_reminders($1)', [personId])
    expect(await claim()).toEqual([])
  })
})
