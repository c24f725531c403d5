import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { certificatePath, startPushService, type PushService } from '../support/push-server'
import { openNetwork, type Network } from './offline/network'
import { takePhone, visit } from './offline/phone'
import { givePushService, Notifications } from './reminders/push-browser'
import { openBrowser } from './support/browser'
import { newestCode, signIn } from './support/deeds'
import { photographCode, sayYes } from './support/family-steps'
import { startServer, type RunningServer } from './support/server'

let pushes: PushService
let server: RunningServer
let browser: Browser
let network: Network
const contexts: BrowserContext[] = []

beforeAll(async () => {
  pushes = await startPushService()
  const env = { PUSH_TEST_HOSTS: pushes.host, NODE_EXTRA_CA_CERTS: certificatePath }
  server = await startServer({ env })
  browser = await openBrowser()
  network = await openNetwork(server.url)
})
afterEach(async () => {
  network.feel('well')
  await Promise.all(contexts.splice(0).map((context) => context.close()))
})
afterAll(async () => {
  await browser?.close()
  await network?.close()
  await server?.stop()
  await pushes?.stop()
})

const back = (page: Page) => page.getByRole('link', { name: '같이 설치하기로 돌아가기' })
/** How the steps stand on the list, in their order. */
const states = (page: Page) =>
  page.getByRole('main').locator('ol > li a .text-caption').allInnerTexts()

async function opened(options: Parameters<Browser['newContext']>[0]): Promise<Page> {
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 360, height: 740 },
    locale: 'ko-KR',
    ...options,
  })
  contexts.push(context)
  return context.newPage()
}

test('from an empty phone to a test that rings and a daughter who is linked', async () => {
  const phone = await takePhone(browser, network)
  contexts.push(phone)
  const subscribed = pushes.addPhone()
  await givePushService(phone, network.url, subscribed)
  const page = await visit(phone)
  await page.goto('/start-together')
  await expect.poll(() => states(page)).toEqual(Array(5).fill('아직이에요'))

  await page.getByRole('link', { name: '시작하기' }).click()
  await page.getByRole('heading', { name: '첫 화면에 꺼내 두기' }).waitFor()
  await page.getByRole('link', { name: '다음에 할게요' }).click()

  await page.getByRole('heading', { name: '전화번호 잇기' }).waitFor()
  await page.getByRole('main').getByRole('link', { name: '전화번호 잇기' }).click()
  await page.getByLabel('전화번호').fill('010-2424-1001')
  await page.getByRole('button', { name: '인증번호 받기' }).click()
  await page.getByLabel('인증번호 여섯 자리').fill(await newestCode(page))
  await page.getByRole('button', { name: '확인하기' }).click()
  await page.waitForURL('**/start-together')
  await expect.poll(async () => (await states(page))[1]).toBe('했어요')

  await page.getByRole('link', { name: '첫 약봉지 넣기' }).click()
  await page.getByRole('link', { name: '약봉지 넣기', exact: true }).click()
  await page.getByRole('button', { name: '동의해요' }).click()
  await page.getByRole('checkbox', { name: '아침' }).check()
  await page.getByRole('button', { name: '다음' }).click()
  await page.getByRole('button', { name: '30일' }).click()
  await page.getByRole('button', { name: '적어 두기' }).click()
  // Back by itself, and onwards from there.
  await page.waitForURL('**/start-together/medicine')
  await page.getByText('약을 적어 두었어요.').waitFor()
  await page.getByRole('link', { name: '다음으로' }).click()

  await page.getByText('이 휴대폰으로 알림이 와요.').waitFor({ timeout: 30_000 })
  await page.getByRole('button', { name: '시험 알림 받기' }).click()
  await page.getByText(/뒤에 와요/).waitFor()
  await expect.poll(() => pushes.to(subscribed).length, { timeout: 180_000 }).toBe(1)
  expect(await page.getByText('이 휴대폰에 알림이 닿았어요.').count()).toBe(0)
  const notifications = await Notifications.of(phone, page, network.url)
  await notifications.deliver(pushes.to(subscribed)[0]?.body ?? '')
  await page.getByText('이 휴대폰에 알림이 닿았어요.').waitFor()
  await page.getByRole('link', { name: '다음으로' }).click()

  await page.getByRole('link', { name: '그림으로 가족 잇기' }).click()
  await page.getByRole('button', { name: '그림 열기' }).click()
  const address = await photographCode(page)
  const daughter = await opened({})
  await signIn(daughter, '010-2424-1002')
  await daughter.goto(address.replace(network.url, server.url))
  await daughter.getByLabel('내 이름').fill('김미영')
  await daughter.getByRole('button', { name: '부모님께 알리기' }).click()
  await sayYes(page, '오늘 약만')
  await page.waitForURL('**/start-together/family')
  await page.getByText('가족 1분과 이어져 있어요.').waitFor()
  await page.getByRole('link', { name: '다음으로' }).click()
  await expect
    .poll(() => states(page))
    .toEqual(['아직이에요', '했어요', '했어요', '했어요', '했어요'])
  await page.getByText('1가지가 남았어요').waitFor()
  expect(await page.getByText('다 됐어요').count()).toBe(0)

  // Opened from the home screen.
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'standalone', { get: () => true }),
  )
  await page.reload()
  await page.getByText('다 됐어요').waitFor()
  await page.goto('/help')
  await page.getByRole('heading', { name: '도움' }).waitFor()
  expect(await back(page).count()).toBe(0)
}, 600_000)

test('a step tells by itself that it is done elsewhere, keeps the focus, and stays where no network answers', async () => {
  const phone = await takePhone(browser, network)
  contexts.push(phone)
  await givePushService(phone, network.url, pushes.addPhone())
  await phone.clearPermissions()
  const page = await phone.newPage()
  const reachable = (name: string) =>
    page.getByRole('main').getByRole('link', { name }).waitFor({ timeout: 15_000 })

  // Put on the home screen by the browser's own menu.
  await page.goto('/start-together/install')
  const onwards = page.getByRole('main').getByRole('link', { name: '다음에 할게요' })
  await onwards.focus()
  await page.evaluate(() => dispatchEvent(new Event('appinstalled')))
  await page.getByRole('status').getByText('첫 화면에 꺼내 두었어요.').waitFor()
  await reachable('다음으로')
  expect(await focused(page)).toBe('다음으로')

  // Allowed in the phone's settings.
  await page.goto('/start-together/reminders')
  await page.getByRole('button', { name: '알림 켜기' }).waitFor()
  await phone.grantPermissions(['notifications'], { origin: network.url })
  await page.getByRole('button', { name: '알림 켜기' }).waitFor({ state: 'detached' })

  // Without a network the page stays as it is when somebody comes back to it.
  await page.goto('/start-together/number')
  await page.getByRole('main').getByRole('link', { name: '전화번호 잇기' }).focus()
  network.feel('dead')
  await page.evaluate(() => dispatchEvent(new Event('focus')))
  await page.waitForTimeout(1_000)
  expect(await focused(page)).toBe('전화번호 잇기')
  network.feel('well')

  // Signed in on another tab.
  const other = await phone.newPage()
  await signIn(other, '010-2424-2001')
  await page.evaluate(() => dispatchEvent(new Event('focus')))
  await page.getByRole('status').getByText('번호로 이어져 있어요.').waitFor()
  await expect.poll(() => focused(page)).toBe('다음으로')
}, 120_000)

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

test('without JavaScript it is a list of links that tells what the server knows', async () => {
  const page = await opened({ javaScriptEnabled: false })
  await page.goto('/sign-in')
  await page.getByRole('button', { name: '김순자 님으로' }).click()
  await page.goto('/start-together')
  expect(await states(page)).toEqual([
    '눌러서 봐 주세요',
    '했어요',
    '했어요',
    '눌러서 봐 주세요',
    '했어요',
  ])
  for (const [title, next] of [
    ['첫 약봉지 넣기', '다음으로'],
    ['알림 켜고 울려 보기', '알림이 잘 오나요?'],
  ] as const) {
    await page.goto('/start-together')
    await page.getByRole('link', { name: title }).click()
    await page.getByRole('link', { name: next }).waitFor()
  }
})

test('inside another app the way out comes first', async () => {
  const userAgent =
    'Mozilla/5.0 (Linux; Android 14; SM-S911N) AppleWebKit/537.36 Chrome/130 Mobile Safari/537.36 KAKAOTALK 10.9.0'
  const page = await opened({ userAgent })
  await page.goto('/start-together/install')
  const out = page.getByRole('link', { name: '인터넷에서 열기' })
  await out.waitFor()
  expect(await out.getAttribute('href')).toBe(
    `kakaotalk://web/openExternal?url=${encodeURIComponent(`${server.url}/start-together/install`)}`,
  )
})

test('signing in goes on to pages of the sitting and to no other address', async () => {
  const page = await opened({})
  for (const to of ['https://example.org', '//example.org', '/me', 'constructor']) {
    await page.context().clearCookies()
    await page.goto(`/sign-in?to=${encodeURIComponent(to)}`)
    await page.getByRole('button', { name: '박영호 님으로' }).click()
    await page.waitForURL(`${server.url}/`)
  }
})
