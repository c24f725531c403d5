import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { readReminders } from '~/features/reminders/read-reminders.server'
import { remindDue } from '~/features/reminders/sending/remind-due.server'
import { newPhone, signIn } from './accounts-world'
import { claimPushDevice } from '~/features/reminders/subscription/push-device.server'
import { trimReminders } from '~/features/reminders/sending/trim-reminders.server'
import { batchFor, choose, openReminderScene, seoul, type ReminderScene } from './reminder-scene'

/** What push services answer, and what becomes of it. */
describeOnEachDatabase('answers of push services', (open) => {
  let opened: TestDatabase
  let scene: ReminderScene
  const remindAt = async (time: string, seconds = 0) => {
    scene.world.standAt(new Date(seoul(time).getTime() + seconds * 1_000))
    return scene.remind()
  }
  const somebody = async (changes: Parameters<ReminderScene['somebody']>[0] = {}) => {
    scene.world.standAt(seoul('07:00'))
    return scene.somebody({ repeats: 0, ...changes })
  }
  const deviceOf = async (personId: string) => {
    const [row] = await opened.owner.query<{ error: string | null; sent_at: Date | null }>(
      'select error, sent_at from gyeote.push_devices where person_id = $1',
      [personId],
    )
    return row
  }
  const sendsOf = (personId: string) =>
    opened.owner.query<{ state: string; answer: number | null; tries: number }>(
      'select state, answer, tries from gyeote.reminder_sends where person_id = $1 order by step',
      [personId],
    )

  beforeAll(async () => {
    opened = await open()
    scene = await openReminderScene(opened)
  })
  afterAll(() => scene.close())

  test('201: taken, and so noted', async () => {
    const { personId } = await somebody()
    await remindAt('08:00')
    expect(await sendsOf(personId)).toEqual([{ state: 'sent', answer: 201, tries: 1 }])
    expect(await deviceOf(personId)).toMatchObject({ error: null, sent_at: seoul('08:00') })
  })

  test.each([404, 410])(
    '%i: the subscription is removed, and the phone is told to make another',
    async (status) => {
      const { browser, personId, phone } = await somebody()
      scene.service.behave(phone, { answers: status })
      await remindAt('08:00')
      expect(await deviceOf(personId)).toBeUndefined()
      scene.service.behave(phone, { answers: 201 })
      await remindAt('08:10')
      expect(scene.titles(phone)).toEqual([])
      const claim = async (one: typeof phone) => claimPushDevice(await browser.context(), one)
      expect(await claim(phone)).toEqual({ claimed: false, error: 'gone' })
      expect(await deviceOf(personId)).toBeUndefined()
      expect(await claim(scene.service.addPhone())).toEqual({ claimed: true })
      await trimReminders({
        db: scene.world.parts.db,
        clock: { now: () => new Date(Date.now() + 41 * 24 * 60 * 60_000) },
      })
      expect(await claim(phone)).toEqual({ claimed: true })
    },
  )

  test('413: once more without the names, and then not again', async () => {
    const named = await somebody({ namesMedicines: true })
    scene.service.behave(named.phone, { answers: 413 }, { answers: 201 })
    const plain = await somebody()
    scene.service.behave(plain.phone, { answers: 413 })
    await remindAt('08:00')
    await remindAt('08:05')
    const [push] = scene.service.to(named.phone)
    expect(push?.message.notification.body).toBe('곁에에서 확인하세요.')
    expect(await sendsOf(plain.personId)).toEqual([{ state: 'failed', answer: 413, tries: 1 }])
    expect(await deviceOf(plain.personId)).toMatchObject({ error: 'too_large' })
  })

  test('429: left alone for as long as it asks, then tried again', async () => {
    const { personId, phone } = await somebody()
    scene.service.behave(phone, { answers: 429, retryAfter: '90' }, { answers: 201 })
    await remindAt('08:00')
    expect(await deviceOf(personId)).toMatchObject({ error: 'too_many', sent_at: null })
    await remindAt('08:01', 25)
    expect(scene.titles(phone)).toEqual([])
    await remindAt('08:01', 31)
    expect(scene.titles(phone)).toHaveLength(1)
    expect(await deviceOf(personId)).toMatchObject({ error: null })
  })

  test('429 until a date: the same', async () => {
    const { phone } = await somebody()
    // A date is read beside the one that the push service's own clock shows.
    const retryAfter = new Date(Date.now() + 120_000).toUTCString()
    scene.service.behave(phone, { answers: 429, retryAfter }, { answers: 201 })
    await remindAt('08:00')
    await remindAt('08:01', 50)
    expect(scene.titles(phone)).toEqual([])
    await remindAt('08:02', 5)
    expect(scene.titles(phone)).toHaveLength(1)
  })

  test('429 for longer than the reminder is of use: given up', async () => {
    const { personId, phone } = await somebody()
    scene.service.behave(phone, { answers: 429, retryAfter: '3600' }, { answers: 201 })
    await remindAt('08:00')
    await remindAt('08:59')
    await remindAt('09:01')
    expect(scene.titles(phone)).toEqual([])
    expect(await sendsOf(personId)).toEqual([{ state: 'failed', answer: 429, tries: 1 }])
  })

  test('500, a broken connection: tried again, ever more slowly, until it is too late', async () => {
    const { personId, phone } = await somebody()
    scene.service.behave(phone, { answers: 500 }, 'breaks', { answers: 503 }, { answers: 201 })
    await remindAt('08:00')
    await remindAt('08:00', 29)
    expect((await sendsOf(personId))[0]).toEqual({ state: 'again', answer: 500, tries: 1 })
    await remindAt('08:00', 31)
    expect((await sendsOf(personId))[0]).toEqual({ state: 'again', answer: null, tries: 2 })
    await remindAt('08:01', 32)
    expect((await sendsOf(personId))[0]).toEqual({ state: 'again', answer: 503, tries: 3 })
    await remindAt('08:05')
    expect(scene.titles(phone)).toHaveLength(1)

    const hopeless = await somebody()
    scene.service.behave(hopeless.phone, { answers: 500 })
    for (let minute = 0; minute < 60; minute++)
      await remindAt(`08:${String(minute).padStart(2, '0')}`)
    const [send] = await sendsOf(hopeless.personId)
    expect(send).toMatchObject({ state: 'failed', answer: 500 })
    expect(send?.tries).toBeLessThan(15)
  })

  test('nothing: given up after ten seconds, while others are reminded', async () => {
    const { personId, phone } = await somebody()
    scene.service.behave(phone, 'nothing', { answers: 201 })
    const other = await somebody()
    await remindAt('08:00')
    expect(scene.titles(other.phone)).toHaveLength(1)
    expect((await sendsOf(personId))[0]).toEqual({ state: 'again', answer: null, tries: 1 })
    await remindAt('08:01')
    expect(scene.titles(phone)).toHaveLength(1)
  })

  test('keys that are none fail by themselves, and keep nobody else waiting', async () => {
    const { personId } = await somebody()
    const other = await somebody()
    await opened.owner.query('update gyeote.push_devices set p256dh = $2 where person_id = $1', [
      personId,
      Buffer.alloc(65, 4).toString('base64url'),
    ])
    await remindAt('08:00')
    expect(scene.titles(other.phone)).toHaveLength(1)
    expect(await deviceOf(personId)).toMatchObject({ error: 'unusable' })
  })

  test('403: not tried again, and said on the page', async () => {
    const { browser, personId, phone } = await somebody()
    scene.service.behave(phone, { answers: 403 }, { answers: 201 })
    await remindAt('08:00')
    await remindAt('08:10')
    expect(scene.titles(phone)).toEqual([])
    expect(await deviceOf(personId)).toMatchObject({ error: 'refused_403' })
    const { devices } = await readReminders(await browser.context())
    expect(devices).toMatchObject([{ lastError: 'refused_403' }])
  })

  describe('the forty of a day', () => {
    const pushedOf = async (personId: string) => {
      const [plan] = await opened.owner.query<{ pushed: number }>(
        'select pushed from gyeote.reminder_plans where person_id = $1',
        [personId],
      )
      return plan?.pushed
    }
    const everyMinute = async () => {
      for (let minute = 0; minute < 50; minute++)
        await remindAt(`08:${String(minute).padStart(2, '0')}`)
    }

    test('a phone whose push service is broken takes none of the others’', async () => {
      const { browser, personId, phone } = await somebody({ repeats: 2 })
      const [number, other] = [newPhone(), scene.world.browser()]
      await signIn(scene.world, browser, number)
      await scene.subscribe(browser, phone)
      await signIn(scene.world, other, number)
      const broken = await scene.subscribe(other)
      scene.service.behave(broken, { answers: 500 })
      await everyMinute()
      expect(scene.service.asked(broken)).toBeGreaterThan(9)
      expect(scene.titles(phone)).toHaveLength(3)
      expect(await pushedOf(personId)).toBe(3)
    })

    test('one that asks to be left alone for a second is asked ever more rarely all the same', async () => {
      const { personId, phone } = await somebody()
      scene.service.behave(phone, { answers: 429, retryAfter: '1' })
      for (let seconds = 0; seconds < 200; seconds += 5)
        await remindAt(`08:0${Math.floor(seconds / 60)}`, seconds % 60)
      expect(scene.service.asked(phone)).toBe(3)
      expect(await pushedOf(personId)).toBe(0)
    })

    test('what found no way out is tried on, and is not counted', async () => {
      const { personId } = await somebody()
      await opened.owner.query(
        `update gyeote.push_devices set endpoint = 'https://localhost:1/push' where person_id = $1`,
        [personId],
      )
      await everyMinute()
      const [send] = await sendsOf(personId)
      expect(send?.tries).toBeGreaterThan(6)
      expect(await pushedOf(personId)).toBe(0)
    })

    test('one that is silent after it took a push is tried six times, and counts once', async () => {
      const { personId, phone } = await somebody()
      scene.service.behave(phone, 'breaks')
      await everyMinute()
      expect(scene.service.asked(phone)).toBe(6)
      expect(await sendsOf(personId)).toMatchObject([{ state: 'failed', tries: 6 }])
      expect(await pushedOf(personId)).toBe(1)
    })

    test('a process that is told to stop gives back what it had not begun', async () => {
      const { personId, phone } = await somebody()
      scene.world.standAt(seoul('08:00'))
      await remindDue(scene.world.parts, {
        ...batchFor(scene.world.parts),
        isStopping: () => true,
      })
      expect(await sendsOf(personId)).toMatchObject([{ state: 'again', tries: 0 }])
      expect(await pushedOf(personId)).toBe(0)
      await remindAt('08:00', 5)
      expect(scene.titles(phone)).toHaveLength(1)
    })

    test('are not begun anew by a process that stands a little before midnight', async () => {
      const { browser, personId, phone } = await somebody()
      await opened.owner.query(
        `update gyeote.reminder_plans set pushed_on = '2026-11-26', pushed = 40 where person_id = $1`,
        [personId],
      )
      await remindAt('08:00')
      expect(scene.titles(phone)).toEqual([])
      expect(await readReminders(await browser.context())).toMatchObject({ isCapped: true })
    })
  })

  test('nobody gets more than forty a day, over all of their phones', async () => {
    const { browser, personId, phone } = await somebody()
    const second = await scene.subscribe(browser)
    await opened.owner.query(
      `update gyeote.reminder_plans set pushed_on = '2026-11-25', pushed = 39 where person_id = $1`,
      [personId],
    )
    await remindAt('08:00')
    expect(scene.titles(phone).length + scene.titles(second).length).toBe(1)
    await choose(browser, { repeats: 3, everyMinutes: 5 })
    await remindAt('08:05')
    await remindAt('08:10')
    expect(scene.titles(phone).length + scene.titles(second).length).toBe(1)
    const isCapped = async () => (await readReminders(await browser.context())).isCapped
    expect(await isCapped()).toBe(true)
    scene.world.standAt(seoul('08:00', '2026-11-26'))
    expect(await isCapped()).toBe(false)
    await scene.remind()
    expect(scene.titles(phone).length + scene.titles(second).length).toBeGreaterThan(1)
  })
})
