import type { ActionFunctionArgs, AppLoadContext } from '@remix-run/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readReminders } from '~/features/reminders/read-reminders.server'
import { action as askForTest } from '~/features/reminders/routes/ask-for-test'
import { action as devices } from '~/features/reminders/routes/devices'
import { action as receipts } from '~/features/reminders/routes/receipts'
import { trimReminders } from '~/features/reminders/sending/trim-reminders.server'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import type { Browser } from './accounts-world'
import { openReminderScene, seoul, type ReminderScene } from './reminder-scene'

type Route = (args: ActionFunctionArgs) => Promise<Response>

describeOnEachDatabase('what has arrived', (open) => {
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
  test('says the receipt in the push itself, once, and no other', async () => {
    at('07:00')
    const { browser, phone } = await scene.somebody()
    at('08:00')
    await scene.remind()
    const receipt = scene.service.to(phone)[0]?.message.notification.data.receipt
    const worker = scene.world.browser()
    at('08:01')
    expect((await call(receipts, worker, { receipt })).status).toBe(204)
    at('08:02')
    expect((await call(receipts, worker, { receipt })).status).toBe(204)
    expect((await read(browser)).devices[0]).toMatchObject({
      lastSentAt: seoul('08:00').toISOString(),
      lastDeliveredAt: seoul('08:01').toISOString(),
    })
    const forged = Buffer.from(String(receipt), 'base64url').fill(0, 31).toString('base64url')
    for (const wrong of [forged, 'x', '', 7, undefined])
      expect((await call(receipts, worker, { receipt: wrong })).status).toBe(400)
  })

  test('told late keeps its own time, once, and hides no newer one', async () => {
    at('07:00')
    const { browser, phone } = await scene.somebody()
    at('08:00')
    await scene.remind()
    at('08:10')
    await scene.remind()
    const [first, second] = scene.service
      .to(phone)
      .map(({ message }) => message.notification.data.receipt)
    const worker = scene.world.browser()
    const tell = async (receipt: unknown, agoMs: unknown) =>
      (await call(receipts, worker, { receipt, agoMs })).status
    const arrivals = async () => {
      const rows = await opened.owner.query<{ delivered_at: Date | null }>(
        `select sent.delivered_at from gyeote.reminder_sends sent
          join gyeote.push_devices device on device.id = sent.device_id
          where device.endpoint = $1 order by sent.due_at`,
        [phone.endpoint],
      )
      return rows.map(({ delivered_at }) => delivered_at?.toISOString())
    }
    const minute = 60_000
    scene.world.standAt(seoul('08:12', '2026-11-26'))
    expect(await tell(second, 24 * 60 * minute)).toBe(204)
    expect(await tell(first, (24 * 60 + 11) * minute)).toBe(204)
    expect(await tell(first, 5 * minute)).toBe(204)
    expect(await arrivals()).toEqual([seoul('08:01').toISOString(), seoul('08:12').toISOString()])
    expect((await read(browser)).devices[0]?.lastDeliveredAt).toBe(seoul('08:12').toISOString())
  })

  test('is never earlier than the push, nor in the future, whatever a phone says', async () => {
    for (const [agoMs, arrivedAt] of [
      [Number.MAX_SAFE_INTEGER, '08:00'],
      [-60_000, '08:03'],
      ['yesterday', '08:03'],
    ] as const) {
      at('07:00')
      const { browser, phone } = await scene.somebody()
      at('08:00')
      await scene.remind()
      const receipt = scene.service.to(phone)[0]?.message.notification.data.receipt
      at('08:03')
      expect((await call(receipts, browser, { receipt, agoMs })).status).toBe(204)
      const [device] = (await read(browser)).devices
      expect(device?.lastDeliveredAt, String(agoMs)).toBe(seoul(arrivedAt).toISOString())
    }
  })

  test('a test reminder comes in two minutes', async () => {
    at('07:00')
    const { browser, phone } = await scene.somebody()
    const answer = await call(askForTest, browser, {})
    const dueAt = seoul('07:02').toISOString()
    expect([answer.status, await answer.json()]).toEqual([202, { dueAt }])
    await scene.remind()
    expect(scene.titles(phone)).toEqual([])
    expect((await read(browser)).test).toEqual({ dueAt, sentAt: null, deliveredAt: null })
    at('07:02')
    await scene.remind()
    const [push] = scene.service.to(phone)
    expect(push?.message.notification).toMatchObject({
      title: '시험 알림이에요',
      navigate: 'https://gyeote.example/reminders',
      data: { kind: 'test' },
    })
    await call(receipts, browser, { receipt: push?.message.notification.data.receipt })
    expect((await read(browser)).test).toEqual({ dueAt, sentAt: dueAt, deliveredAt: dueAt })
  })

  test('a test needs a session and a phone, and is limited', async () => {
    at('07:00')
    expect((await call(askForTest, scene.world.browser(), {})).status).toBe(401)
    const { browser, phone } = await scene.somebody()
    const statuses: number[] = []
    for (let i = 0; i < 6; i++) statuses.push((await call(askForTest, browser, {})).status)
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429])
    const other = await scene.somebody()
    await call(devices, other.browser, { endpoint: other.phone.endpoint }, 'DELETE')
    expect((await call(askForTest, other.browser, {})).status).toBe(409)
    expect(phone).not.toBe(other.phone)
  })

  test('pushes are forgotten after forty days', async () => {
    at('07:00')
    const { personId } = await scene.somebody()
    at('08:00')
    await scene.remind()
    const count = async () =>
      (
        await opened.owner.query('select 1 from gyeote.reminder_sends where person_id = $1', [
          personId,
        ])
      ).length
    scene.world.standAt(seoul('07:00', '2027-01-04'))
    await trimReminders(scene.world.parts)
    expect(await count()).toBe(1)
    scene.world.standAt(seoul('08:01', '2027-01-04'))
    await trimReminders(scene.world.parts)
    expect(await count()).toBe(0)
  })
})
