import type { ActionFunctionArgs, AppLoadContext } from '@remix-run/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportMyData } from '~/features/account/export-my-data.server'
import { signOutDevice } from '~/features/account/sign-out-device.server'
import { readReminders } from '~/features/reminders/read-reminders.server'
import { action as devices } from '~/features/reminders/routes/devices'
import { loader as key } from '~/features/reminders/routes/key'
import { usualSettings } from '~/features/reminders/settings/usual-settings'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { hashOf } from '../support/push-server'
import { newPhone, signIn, type Browser } from './accounts-world'
import { choose, openReminderScene, seoul, type ReminderScene } from './reminder-scene'

type Route = (args: ActionFunctionArgs) => Promise<Response>

describeOnEachDatabase('phones that are reminded', (open) => {
  let opened: TestDatabase
  let scene: ReminderScene
  beforeAll(async () => {
    opened = await open()
    scene = await openReminderScene(opened)
  })
  afterAll(() => scene.close())

  const at = (time: string) => scene.world.standAt(seoul(time))
  const call = async (route: Route, from: Browser, body: unknown, method = 'POST') =>
    route({
      context: (await from.context()) as AppLoadContext,
      request: new Request('http://localhost/reminders', { method, body: JSON.stringify(body) }),
      params: {},
    })
  const read = async (from: Browser) => readReminders(await from.context())
  const countOf = async (personId: string) =>
    (await opened.owner.query('select 1 from gyeote.push_devices where person_id = $1', [personId]))
      .length

  describe('subscribing', () => {
    test('the key is public, and one that browsers take', async () => {
      const context = (await scene.world.browser().context()) as AppLoadContext
      const { publicKey } = (await key({
        context,
        request: new Request('http://localhost/reminders/key'),
        params: {},
      }).json()) as { publicKey: string }
      expect(Buffer.from(publicKey, 'base64url')).toHaveLength(65)
    })

    test('needs a session, and is the same each time', async () => {
      const phone = scene.service.addPhone()
      expect((await call(devices, scene.world.browser(), phone)).status).toBe(401)
      at('07:00')
      const { browser, personId, phone: own } = await scene.somebody()
      const before = await read(browser)
      at('09:00')
      expect((await call(devices, browser, own)).status).toBe(204)
      expect(await read(browser)).toEqual(before)
      expect(before).toMatchObject({
        settings: usualSettings,
        devices: [
          {
            endpointHash: hashOf(own.endpoint),
            subscribedAt: seoul('07:00').toISOString(),
            lastDeliveredAt: null,
            lastSentAt: null,
            lastError: null,
          },
        ],
        test: null,
      })
      expect(await countOf(personId)).toBe(1)
    })

    test.each([
      [400, 'bad_subscription', {}],
      [400, 'bad_subscription', { endpoint: 'https://fcm.googleapis.com/wp/a', keys: {} }],
      [422, 'push_host_unknown', { endpoint: 'https://169.254.169.254/latest' }],
      [422, 'push_host_unknown', { endpoint: 'https://localhost:1/a' }],
    ])('%i %s', async (status, error, changes) => {
      at('07:00')
      const { browser } = await scene.somebody()
      const { endpoint, keys } = scene.service.addPhone()
      const body = Object.keys(changes).length === 0 ? {} : { endpoint, keys, ...changes }
      const answer = await call(devices, browser, body)
      expect([answer.status, await answer.json()]).toEqual([status, { error }])
    })

    test('a point that is none, and no JSON, are no subscription', async () => {
      at('07:00')
      const { browser } = await scene.somebody()
      const { endpoint, keys } = scene.service.addPhone()
      const p256dh = Buffer.alloc(65, 4).toString('base64url')
      expect((await call(devices, browser, { endpoint, keys: { ...keys, p256dh } })).status).toBe(
        400,
      )
      expect((await call(devices, browser, undefined)).status).toBe(400)
    })

    test('a subscription that the phone renewed takes the place of the old one', async () => {
      at('07:00')
      const { browser, personId, phone: old } = await scene.somebody()
      const renewed = await scene.subscribe(browser)
      at('08:00')
      await scene.remind()
      expect(await countOf(personId)).toBe(1)
      expect([scene.titles(old).length, scene.titles(renewed).length]).toEqual([0, 1])
    })

    test('is limited', async () => {
      at('07:00')
      const { browser, phone } = await scene.somebody()
      const statuses = new Set<number>()
      for (let i = 0; i < 61; i++) statuses.add((await call(devices, browser, phone)).status)
      expect(statuses).toEqual(new Set([204, 429]))
    })
  })

  describe('whose phone it is', () => {
    test('whoever subscribes it last, and nobody else is told', async () => {
      at('07:00')
      const before = await scene.somebody()
      at('07:01')
      const now = await scene.somebody()
      await scene.subscribe(now.browser, before.phone)
      expect(await countOf(before.personId)).toBe(0)
      at('08:00')
      await scene.remind()
      const people = scene.service
        .to(before.phone)
        .map(({ message }) => message.notification.data.personId)
      expect(people).toEqual([now.personId])
    })

    test('nobody’s after it is given back; a stranger gives back nothing', async () => {
      at('07:00')
      const { browser, personId, phone } = await scene.somebody()
      const stranger = await scene.somebody()
      const release = (from: Browser) => call(devices, from, { endpoint: phone.endpoint }, 'DELETE')
      expect((await release(stranger.browser)).status).toBe(204)
      expect(await countOf(personId)).toBe(1)
      expect((await release(browser)).status).toBe(204)
      expect((await release(browser)).status).toBe(204)
      expect(await countOf(personId)).toBe(0)
    })

    test('nobody’s after signing out, on the phone itself or from another one', async () => {
      at('07:00')
      const number = newPhone()
      const [here, there] = [scene.world.browser(), scene.world.browser()]
      const { viewer } = await signIn(scene.world, here, number)
      await scene.subscribe(here)
      await signIn(scene.world, there, number)
      await scene.subscribe(there)
      expect(await countOf(viewer.personId)).toBe(2)
      const otherSession = (await there.ask()).viewer?.sessionId ?? ''
      await signOutDevice(await here.context(), otherSession)
      expect(await countOf(viewer.personId)).toBe(1)
      await (await here.ask()).signOut()
      expect(await countOf(viewer.personId)).toBe(0)
    })

    test('the account’s that adopts what was done before there was a number', async () => {
      at('07:00')
      const number = newPhone()
      const { viewer } = await signIn(scene.world, scene.world.browser(), number)
      const { browser, phone } = await scene.somebody({ repeats: 1 })
      at('08:00')
      await scene.remind()
      const joined = await signIn(scene.world, browser, number)
      expect(joined).toMatchObject({ joined: 'adopted', viewer: { personId: viewer.personId } })
      expect(await read(browser)).toMatchObject({
        settings: { repeats: 1 },
        devices: [{ endpointHash: hashOf(phone.endpoint) }],
      })
      await scene.remind()
      expect(scene.titles(phone)).toHaveLength(1)
      at('08:10')
      await scene.remind()
      expect(scene.titles(phone)).toHaveLength(2)
      const [plan] = await opened.owner.query(
        'select pushed from gyeote.reminder_plans where person_id = $1',
        [viewer.personId],
      )
      expect(plan, 'of the day, with what had gone before').toEqual({ pushed: 2 })
    })

    test('it stays silent while it is not sure whose number it is', async () => {
      at('07:00')
      const { browser, phone, personId } = await scene.somebody()
      const held = (until: string | null) =>
        opened.owner.query('update gyeote.devices set held_until = $2 where person_id = $1', [
          personId,
          until,
        ])
      await held('2026-11-25T08:05:00+09:00')
      at('08:00')
      await scene.remind()
      expect(scene.titles(phone)).toEqual([])
      await held(null)
      at('08:10')
      await scene.remind()
      expect(scene.titles(phone)).toHaveLength(1)
      expect((await read(browser)).devices).toHaveLength(1)
    })

    test('all of it is in the export, and goes with the account', async () => {
      at('07:00')
      const { browser, personId } = await scene.somebody()
      await choose(browser, { repeats: 1 })
      at('08:00')
      await scene.remind()
      const { tables } = await exportMyData(await browser.context())
      for (const table of [
        'reminder_settings',
        'push_devices',
        'reminder_plans',
        'reminder_sends',
      ]) {
        expect(tables[table], table).toHaveLength(1)
      }
      await opened.owner.query('delete from gyeote.people where id = $1', [personId])
      expect(await countOf(personId)).toBe(0)
    })
  })

  test('what was said later holds, however late it arrives', async () => {
    at('09:00')
    const { browser } = await scene.somebody()
    await choose(browser, { repeats: 1 })
    at('08:00')
    await choose(browser, { repeats: 3 })
    expect((await read(browser)).settings.repeats).toBe(1)
  })

  test('somebody who cannot be planned for keeps nobody waiting, and is in no log', async () => {
    at('07:00')
    const { personId, phone } = await scene.somebody()
    const other = await scene.somebody()
    await opened.owner.query(
      `insert into gyeote.zones (person_id, id, by_id, at, from_on, name)
       values ($1, gen_random_uuid(), $1, now(), 20000, 'Mars/Phobos')`,
      [personId],
    )
    at('08:00')
    await scene.remind()
    expect(scene.titles(other.phone)).toHaveLength(1)
    expect(scene.titles(phone)).toEqual([])
    const logged = scene.world.parts.lines.join('\n')
    expect(logged).toContain('RangeError')
    for (const secret of [personId, '/push/', '아침', 'localhost:'])
      expect(logged).not.toContain(secret)
  })
})
