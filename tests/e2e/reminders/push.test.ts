import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { isoDate } from '../../../app/features/medication/schedule/care-date'
import { readDoseKey } from '../../../app/features/medication/schedule/keys'
import { doseAnchor } from '../../../app/features/medication/dose-card/dose-anchor'
import { certificatePath, startPushService, type PushService } from '../../support/push-server'
import { openNetwork, type Network } from '../offline/network'
import { readData, takePhone, visit } from '../offline/phone'
import { openBrowser } from '../support/browser'
import { giveMedicines } from '../support/give-medicines'
import { startServer, type RunningServer } from '../support/server'
import { bodyOf, givePushService, Notifications, readPerson } from './push-browser'

let pushes: PushService
let server: RunningServer
let browser: Browser
let network: Network
let phone: BrowserContext

beforeAll(async () => {
  pushes = await startPushService()
  const env = { PUSH_TEST_HOSTS: pushes.host, NODE_EXTRA_CA_CERTS: certificatePath }
  server = await startServer({ env })
  browser = await openBrowser()
  network = await openNetwork(server.url)
})
afterEach(async () => {
  await phone.close()
  network.feel('well')
})
afterAll(async () => {
  await browser?.close()
  await network?.close()
  await server?.stop()
  await pushes?.stop()
})

interface AnswerRow {
  kind: string
}
const answers = async () =>
  ((await readData(phone))?.tables.answers ?? []) as unknown as AnswerRow[]

/** Somebody whose medicine is due, on a phone that keeps everything; the push about it, as the server sends it. */
async function startWithDueDose() {
  phone = await takePhone(browser, network)
  await phone.grantPermissions(['notifications'], { origin: network.url })
  const given = await giveMedicines(phone, network.url)
  const page = await visit(phone)
  const { day, slotId } = readDoseKey(given.doseKey)
  const about = { kind: 'dose' as const, day: isoDate(day), slot: slotId }
  const personId = await readPerson(page)
  const path = `/medication#${doseAnchor(about.day, about.slot)}`
  return { page, path, body: bodyOf(network.url, personId, about) }
}

/** Nothing of the app is open any more; the empty page only carries the browser's tools. */
async function closeTheApp(page: Page): Promise<Notifications> {
  const empty = await phone.newPage()
  const notifications = await Notifications.of(phone, empty, network.url)
  await page.close()
  return notifications
}

/** When pushes arrived, in ms since 1970, as the server has it. */
const deliveries = async () => {
  const rows = (await readData(phone))?.tables.reminder_sends ?? []
  return rows.flatMap(({ delivered_at }) =>
    delivered_at === null ? [] : [Date.parse(String(delivered_at))],
  )
}

test('a reminder goes from the server to a phone on which nothing is open, and its arrival is known, also when that could not be told at once', async () => {
  phone = await takePhone(browser, network)
  const subscribed = pushes.addPhone()
  await givePushService(phone, network.url, subscribed)
  // Due in one to two minutes: only a phone that was there before is reminded.
  await giveMedicines(phone, network.url, { minutesAgo: -2 })
  const { endpoint, keys } = subscribed
  const headers = { Origin: network.url }
  const subscribing = await phone.request.post('/reminders/devices', {
    headers,
    data: { endpoint, keys },
  })
  expect(subscribing.status()).toBe(204)
  const page = await visit(phone)
  // The page tells of its subscription by itself as well.
  const tellings = () => network.asked.filter((one) => one === 'POST /reminders/devices').length
  await expect.poll(tellings, { timeout: 20_000 }).toBeGreaterThan(1)
  const notifications = await closeTheApp(page)

  await expect.poll(() => pushes.to(subscribed).length, { timeout: 150_000 }).toBe(1)
  const told = () => network.asked.filter((one) => one === 'POST /reminders/receipts').length
  const arrivedAfter = Date.now()
  network.feel('dead')
  await notifications.deliver(JSON.stringify(pushes.to(subscribed)[0]?.message))
  await expect
    .poll(() => notifications.list())
    .toMatchObject([
      {
        title: expect.stringMatching(/약 시간이에요$/) as string,
        body: '곁에에서 확인하세요.',
        actions: ['taken', 'later'],
      },
    ])
  await expect.poll(told).toBe(1)
  await new Promise((later) => setTimeout(later, 5_000))
  // The server counts back from when it hears, so the way there makes it late by as much.
  const arrivedBefore = Date.now()
  network.feel('well')
  expect(await deliveries()).toEqual([])

  // The next contact carries it: a page that is opened, and nothing after that.
  await visit(phone)
  await expect.poll(deliveries, { timeout: 15_000 }).toHaveLength(1)
  const [arrivedAt = 0] = await deliveries()
  expect(arrivedAt).toBeGreaterThanOrEqual(arrivedAfter)
  expect(arrivedAt).toBeLessThanOrEqual(arrivedBefore)
  const once = told()
  await notifications.sync()
  await visit(phone)
  expect(told()).toBe(once)
}, 400_000)

test('an answer in the notification without a network counts, and none is asked for twice', async () => {
  const { page, body } = await startWithDueDose()
  const notifications = await closeTheApp(page)
  // A repeat takes the place of what it repeats.
  await notifications.deliver(body)
  await notifications.deliver(body)
  await expect.poll(async () => (await notifications.list()).length).toBe(1)

  await phone.setOffline(true)
  await notifications.tap('taken')
  await expect.poll(async () => (await notifications.list()).length).toBe(0)
  expect(await notifications.opened()).toEqual([])
  await phone.setOffline(false)
  await notifications.sync()
  await expect
    .poll(async () => (await answers()).map(({ kind }) => kind), { timeout: 60_000 })
    .toEqual(['taken'])

  // What comes late is shown, asks nothing, and a second 먹었어요 would be asked about.
  await notifications.deliver(body)
  await expect
    .poll(() => notifications.list())
    .toMatchObject([{ body: '이미 답하셨어요.', actions: [] }])
  await notifications.tap('taken')
  await expect.poll(() => notifications.opened()).toHaveLength(1)
  expect((await answers()).length).toBe(1)
})

test('나중에 puts it off, and a tap elsewhere opens exactly those doses, also without a network', async () => {
  const { page, body, path } = await startWithDueDose()
  const notifications = await closeTheApp(page)
  await notifications.deliver(body)
  await expect.poll(async () => (await notifications.list()).length).toBe(1)
  await notifications.tap('later')
  const snoozes = async () => (await readData(phone))?.tables.snoozes?.length
  await expect.poll(snoozes, { timeout: 15_000 }).toBe(1)

  network.feel('dead')
  await notifications.deliver(body)
  await expect.poll(async () => (await notifications.list()).length).toBe(1)
  await notifications.tap()
  await expect.poll(() => notifications.opened()).toEqual([path])
  const doses = await phone.newPage()
  await doses.goto(path)
  await expect.poll(() => focusedCard(doses)).toBe(path.split('#')[1])
})

test('with the app open it is shown all the same, and a tap leads the open page to the doses', async () => {
  const { page, body, path } = await startWithDueDose()
  await page.goto('/learn')
  const notifications = await Notifications.of(phone, page, network.url)
  // The part that reminds comes after the page.
  await expect.poll(() => page.getByText('약 보기').isVisible(), { timeout: 20_000 }).toBe(true)
  await notifications.deliver(body)
  await expect.poll(async () => (await notifications.list()).length).toBe(1)
  await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }))
  await notifications.tap()
  await page.waitForURL((url) => url.pathname + url.hash === path)
  await expect.poll(() => focusedCard(page)).toBe(path.split('#')[1])
  expect(await page.evaluate(() => 'sameDocument' in globalThis)).toBe(true)

  // Answered on the page: nothing is left to remind of.
  await notifications.deliver(body)
  await expect.poll(async () => (await notifications.list()).length).toBe(1)
  await page.getByRole('button', { name: '먹었어요', exact: true }).click()
  await page
    .getByText(/에 드셨어요/)
    .first()
    .waitFor()
  await expect.poll(async () => (await notifications.list()).length).toBe(0)
})

test('what cannot be read, and what is meant for somebody else, is shown in general words', async () => {
  const { page, body } = await startWithDueDose()
  const notifications = await closeTheApp(page)
  await notifications.deliver('hello')
  const general = { title: '곁에 소식이 있어요', silent: true, actions: [] }
  await expect.poll(() => notifications.list()).toMatchObject([general])
  const { notification } = JSON.parse(body) as { notification: { data: object } }
  const personId = '00000000-0000-4000-8000-00000000abcd'
  const data = { ...notification.data, personId }
  await notifications.deliver(
    JSON.stringify({ web_push: 8030, notification: { ...notification, data } }),
  )
  await expect.poll(() => notifications.list()).toMatchObject([general])
})

/** The id of the card whose heading has the focus. */
const focusedCard = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('section')?.id ?? null)
