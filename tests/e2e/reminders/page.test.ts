import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startPushService, type PushService } from '../../support/push-server'
import { openNetwork, type Network } from '../offline/network'
import { takePhone, visit } from '../offline/phone'
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
  server = await startServer({ env: { PUSH_TEST_HOSTS: pushes.host } })
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

/** 오늘 once, which brings everything onto the phone, then the page itself. */
async function visitReminders(): Promise<Page> {
  const page = await visit(phone)
  await page.goto('/reminders')
  return page
}
const choice = (page: Page, question: string, answer: string) =>
  page.getByRole('group', { name: question }).getByRole('radio', { name: answer })
const save = (page: Page) => page.getByRole('button', { name: '알림 적어 두기' }).click()
const saved = (page: Page) => page.getByText('적어 두었어요.', { exact: true })

test('settings are chosen in a plain form, and nothing chosen is lost by a mistake', async () => {
  phone = await takePhone(browser, network, { javaScriptEnabled: false })
  await giveMedicines(phone, network.url)
  const page = await phone.newPage()
  await page.goto('/reminders')
  await choice(page, '답이 없으면 더 알릴까요?', '더 알리지 않기').check()
  await choice(page, '알림에 약 이름을 쓸까요?', '약 이름 쓰기').check()
  await choice(page, '오늘 카드도 알려 드릴까요?', '알려 주세요').check()
  await page.getByLabel('카드를 알릴 시각').fill('')
  await save(page)
  await page.getByText('시각이 비었어요.').first().waitFor()
  expect(await choice(page, '알림에 약 이름을 쓸까요?', '약 이름 쓰기').isChecked()).toBe(true)
  await page.getByLabel('카드를 알릴 시각').fill('07:30')
  await save(page)
  await saved(page).waitFor()
  await page.goto('/reminders')
  expect(await page.getByLabel('카드를 알릴 시각').inputValue()).toBe('07:30')
  expect(await choice(page, '답이 없으면 더 알릴까요?', '더 알리지 않기').isChecked()).toBe(true)
})

test('settings without a network: the page opens, what is chosen stays, and it arrives', async () => {
  phone = await takePhone(browser, network)
  await giveMedicines(phone, network.url)
  const page = await visitReminders()
  network.feel('dead')
  await page.reload()
  await choice(page, '몇 분마다 더 알릴까요?', '30분').check()
  await save(page)
  await saved(page).waitFor()
  await page.getByText('휴대폰에 적어 두었어요.').first().waitFor()
  await page.reload()
  await expect.poll(() => choice(page, '몇 분마다 더 알릴까요?', '30분').isChecked()).toBe(true)
  network.feel('well')
  const elsewhere = await takePhone(browser, network, {
    javaScriptEnabled: false,
    storageState: await phone.storageState(),
  })
  const other = await elsewhere.newPage()
  await expect
    .poll(
      async () => {
        await other.goto('/reminders')
        return choice(other, '몇 분마다 더 알릴까요?', '30분').isChecked()
      },
      { timeout: 60_000 },
    )
    .toBe(true)
  await elsewhere.close()
})

test('reminders are allowed by a tap, and the server then knows this phone', async () => {
  phone = await takePhone(browser, network)
  await givePushService(phone, network.url, pushes.addPhone())
  await phone.addInitScript(() => {
    // A browser that has not asked yet, and is told yes when it does.
    Object.defineProperty(Notification, 'permission', {
      get: () => localStorage.getItem('test-permission') ?? 'default',
    })
    Notification.requestPermission = () => {
      localStorage.setItem('test-permission', 'granted')
      return Promise.resolve('granted')
    }
  })
  const page = await visitReminders()
  network.asked.length = 0
  await page.getByText('켜 두시면 약 시간에 휴대폰이 알려 드려요.').waitFor()
  expect(network.asked.filter((one) => one.includes('/reminders/'))).toEqual([])
  await page.getByRole('button', { name: '알림 켜기' }).click()
  await page.getByText('이 휴대폰으로 알림이 와요.').waitFor()
  expect(network.asked).toContain('POST /reminders/devices')
})

test('a test reminder is counted down to, seen as it arrives, and judged by the person', async () => {
  phone = await takePhone(browser, network)
  await givePushService(phone, network.url, pushes.addPhone())
  await giveMedicines(phone, network.url)
  const page = await visitReminders()
  await page.getByText('이 휴대폰으로 알림이 와요.').waitFor()
  await page.getByRole('button', { name: '시험 알림 받기' }).click()
  await page
    .getByRole('timer')
    .getByText(/뒤에 와요/)
    .waitFor()
  const notifications = await Notifications.of(phone, page, network.url)
  await notifications.deliver(bodyOf(network.url, await readPerson(page), { kind: 'test' }))
  await page.getByText('이 휴대폰에 닿았어요.').waitFor()
  await page.getByText(/오늘 .*에 왔어요\./).waitFor()
  await page.getByRole('button', { name: '안 왔어요' }).click()
  await page.getByText('왔지만 못 보셨네요.').waitFor()
  await page.getByRole('button', { name: '한 번 더 해 보기' }).waitFor()
  // What was said of it once is not asked again.
  await page.reload()
  await page.getByRole('button', { name: '시험 알림 받기' }).waitFor()
  expect(await page.getByText('알림이 보이고 소리도 났나요?').isVisible()).toBe(false)
  await page.getByRole('button', { name: '시험 알림 받기' }).click()
  await page
    .getByText(/닿았어요|뒤에 와요|십 분쯤 뒤에/)
    .first()
    .waitFor()
})

test.each([
  ['a blocked browser', 'denied', undefined, '알림이 막혀 있어요.'],
  [
    'KakaoTalk',
    'default',
    'Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/120.0 Mobile KAKAOTALK 10.4',
    '카카오톡 안에서는 알림이 안 와요.',
  ],
  [
    'an iPhone’s Safari',
    'unsupported',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1 Version/17.0 Safari/604.1',
    '아이폰은 첫 화면에 꺼내 두어야 알림이 와요.',
  ],
  ['an old browser', 'unsupported', undefined, '이 브라우저에는 알림이 없어요.'],
] as const)('%s is told what to do', async (_name, permission, userAgent, words) => {
  phone = await takePhone(browser, network, userAgent ? { userAgent } : {})
  await phone.addInitScript((given) => {
    if (given === 'unsupported') Reflect.deleteProperty(window, 'PushManager')
    else Object.defineProperty(Notification, 'permission', { get: () => given })
  }, permission)
  const page = await phone.newPage()
  await page.goto('/reminders')
  await page.getByText(words).waitFor()
  expect(await page.getByRole('button', { name: '알림 켜기' }).isVisible()).toBe(false)
})

test('an open page says whose time it is, with a sound after a touch, leaves the focus alone and the screen lit', async () => {
  phone = await takePhone(browser, network)
  await phone.addInitScript(() => {
    const start = OscillatorNode.prototype.start
    OscillatorNode.prototype.start = function (when) {
      const counted = globalThis as { tones?: number }
      counted.tones = (counted.tones ?? 0) + 1
      start.call(this, when)
    }
  })
  await watchScreen(phone)
  await giveMedicines(phone, network.url, { minutesAgo: 0 })
  const page = await phone.newPage()
  await page.goto('/')
  await page.getByRole('button', { name: '먹었어요', exact: true }).waitFor()
  await page.getByRole('link', { name: '내 정보' }).click()
  const name = page.getByLabel('부를 이름')
  await name.click()
  await page.getByText('약 보기').waitFor({ timeout: 20_000 })
  expect(await name.evaluate((field) => document.activeElement === field)).toBe(true)
  await expect.poll(() => page.evaluate(() => (globalThis as { tones?: number }).tones)).toBe(2)
  await expect.poll(() => isLit(page)).toBe(true)
  await page.getByRole('link', { name: '약 보기' }).click()
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#dose-\d{4}-\d{2}-\d{2}-/)
  await page.getByRole('button', { name: '먹었어요', exact: true }).click()
  await expect.poll(() => isLit(page)).toBe(false)
})

test('the screen stays lit for whoever waits for the time, and no longer once all is answered', async () => {
  phone = await takePhone(browser, network)
  await watchScreen(phone)
  await giveMedicines(phone, network.url, { minutesAgo: -4 })
  const page = await visit(phone)
  await page.goto('/learn')
  await expect.poll(() => isLit(page), { timeout: 20_000 }).toBe(true)
  await page.goto('/reminders')
  await choice(page, '약 시간에 알려 드릴까요?', '알리지 마세요').check()
  await save(page)
  await saved(page).waitFor()
  await expect.poll(() => isLit(page), { timeout: 20_000 }).toBe(false)
})

/** Watches which wake locks a page holds. */
const watchScreen = (of: BrowserContext) =>
  of.addInitScript(() => {
    const held = new Set<WakeLockSentinel>()
    Object.assign(globalThis, { isLit: () => [...held].some(({ released }) => !released) })
    const request = navigator.wakeLock.request.bind(navigator.wakeLock)
    navigator.wakeLock.request = async (type) => {
      const lock = await request(type)
      held.add(lock)
      return lock
    }
  })
const isLit = (page: Page) => page.evaluate(() => (globalThis as { isLit?(): boolean }).isLit?.())

test('whoever leaves this phone is not reminded on it any more', async () => {
  phone = await takePhone(browser, network)
  await givePushService(phone, network.url, pushes.addPhone())
  await giveMedicines(phone, network.url)
  const page = await visitReminders()
  await page.getByText('이 휴대폰으로 알림이 와요.').waitFor()
  await page.goto('/me/sign-out')
  network.asked.length = 0
  await page.getByRole('button', { name: '나가기' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  expect(network.asked.indexOf('DELETE /reminders/devices')).toBeGreaterThanOrEqual(0)
  expect(await page.evaluate(() => localStorage.getItem('test-push-key'))).toBeNull()
})
