import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openPglite } from '~/platform/database/open-pglite.server'
import { endedPush } from '../../app/features/account/phones/ended-push'
import { ownerBehind } from '../support/databases'
import { openNetwork, type Network } from './offline/network'
import { listDatabases, takePhone, visit } from './offline/phone'
import { Notifications, readPerson } from './reminders/push-browser'
import { openBrowser } from './support/browser'
import { newestCode, signIn } from './support/deeds'
import { askFor, checkLooks, choose } from './support/family-steps'
import { giveMedicines } from './support/give-medicines'
import { startServer, type RunningServer } from './support/server'

let dataDir: string
let server: RunningServer
let browser: Browser
let network: Network
const contexts: BrowserContext[] = []

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'gyeote-phones-'))
  server = await startServer({ dataDir })
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
  rmSync(dataDir, { recursive: true, force: true })
})

let numbersUsed = 0
const newNumber = () => `010-2323-${String(1_000 + ++numbersUsed)}`
const title = '이 휴대폰에서 로그아웃됐어요'

/** A phone somewhere else, which reaches the server whatever `network` is like. */
async function elsewhere(): Promise<Page> {
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 360, height: 740 },
    locale: 'ko-KR',
    serviceWorkers: 'block',
  })
  contexts.push(context)
  return context.newPage()
}

/** Somebody with a number and a medicine, whose phone keeps everything; and a page of their new phone. */
async function startWithTwoPhones() {
  const phone = await takePhone(browser, network)
  contexts.push(phone)
  await phone.grantPermissions(['notifications'], { origin: network.url })
  await giveMedicines(phone, network.url)
  const page = await visit(phone)
  const number = newNumber()
  await signIn(page, number)
  await page.goto('/medication')
  await page.getByText('혈압약').first().waitFor()
  const personId = await readPerson(page)
  const next = await elsewhere()
  await signIn(next, number)
  return { phone, page, next, database: `gyeote-${personId}` }
}

async function endFrom(page: Page, way: string) {
  await page.goto('/me/devices')
  await page.getByRole('link', { name: way }).click()
  await page.getByRole('button', { name: '로그아웃하기' }).click()
  await page.getByText('에서 로그아웃했어요').waitFor()
}

async function closeTheApp(phone: BrowserContext, page: Page): Promise<Notifications> {
  const empty = await phone.newPage()
  const notifications = await Notifications.of(phone, empty, network.url)
  await page.close()
  return notifications
}

test('a lost phone shows its things until it speaks to the server, and to nobody else; then none', async () => {
  const { phone, page, next, database } = await startWithTwoPhones()
  await endFrom(next, '잃어버렸어요')
  await next.getByText('분실신고').waitFor()
  // What the server answers is all that counts: not silence, not a hotel, not a server that is ill.
  for (const mood of ['dead', 'portal', 'broken'] as const) {
    network.feel(mood)
    await page.goto('/medication')
    await page.getByText('혈압약').first().waitFor()
    expect(await listDatabases(page), mood).toContain(database)
  }
  network.feel('well')
  await page.goto('/medication')
  await page.getByRole('heading', { name: title }).waitFor()
  await expect.poll(() => listDatabases(page)).not.toContain(database)
  expect(await page.getByText('혈압약').count()).toBe(0)
  await expect
    .poll(async () => (await page.context().cookies()).map(({ name }) => name))
    .toEqual([])

  network.feel('dead')
  // Another page: the first one still goes home by itself, and would cut a navigation of this test short.
  const again = await phone.newPage()
  await page.close()
  await again.goto('/')
  await again.getByRole('heading', { name: title }).waitFor()
  expect(await again.content()).not.toContain('혈압약')
  network.feel('well')
  await again.goto('/')
  await again.getByRole('heading', { name: title }).waitFor()
  await checkLooks(again, network.url)
  await again.getByRole('button', { name: '알겠어요' }).click()
  await again.getByRole('heading', { name: title }).waitFor({ state: 'detached' })
}, 300_000)

test('a page that is open is taken down as soon as the phone hears of it', async () => {
  const { page, next, database } = await startWithTwoPhones()
  await endFrom(next, '모르는 기기예요')
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await page.getByRole('link', { name: '배움' }).click()
  await page.getByRole('heading', { name: title }).waitFor({ timeout: 30_000 })
  expect(await listDatabases(page)).not.toContain(database)
}, 300_000)

test('a push erases a phone on which nothing is open; one that lies erases nothing', async () => {
  const { phone, page, next, database } = await startWithTwoPhones()
  const notifications = await closeTheApp(phone, page)
  const push = endedPush(network.url)
  await notifications.deliver(push)
  const titles = async () => (await notifications.list()).map((one) => one.title)
  await expect.poll(titles, { timeout: 15_000 }).toEqual(['곁에 소식이 있어요'])
  expect(await notifications.databases()).toContain(database)

  await endFrom(next, '잃어버렸어요')
  await notifications.deliver(push)
  await expect.poll(() => notifications.databases(), { timeout: 15_000 }).not.toContain(database)
  await expect.poll(titles).toEqual([title])
}, 300_000)

test('Background Sync erases it as well, and says how much had not been sent', async () => {
  const { phone, page, next, database } = await startWithTwoPhones()
  network.feel('dead')
  await page.getByRole('button', { name: '먹었어요' }).first().click()
  await page
    .getByText(/드셨어요/)
    .first()
    .waitFor()
  const notifications = await closeTheApp(phone, page)
  await endFrom(next, '새 전화기예요')
  network.feel('well')
  await notifications.sync()
  await expect.poll(() => notifications.databases(), { timeout: 30_000 }).not.toContain(database)
  const again = await phone.newPage()
  await again.goto('/')
  await again.getByText('보내지 못한 기록 1개는 같이 지워졌어요.').waitFor()
}, 300_000)

test('the question says what will be gone, and every look of it can be read', async () => {
  const { next } = await startWithTwoPhones()
  for (const way of ['new-phone', 'lost']) {
    await next.goto(`/me/devices/${way}`)
    await next.getByText('아직 못 보낸 것은 없어져요').waitFor()
    await next.getByText('오늘 만난 기기예요.').waitFor()
    await checkLooks(next, server.url)
  }
}, 300_000)

test('a relative who helps ends it, and the senior reads so on the new phone, also without JavaScript', async () => {
  const number = newNumber()
  const [senior, daughter] = [await elsewhere(), await elsewhere()]
  await signIn(senior, number)
  await signIn(daughter, newNumber())
  // Who helps changes medicines: there have to be some.
  await giveMedicines(senior.context(), server.url)
  await askFor(daughter, number)
  await senior.goto('/me/family')
  await senior.getByRole('link', { name: '보고 답하기' }).click()
  await choose(senior, '오늘 약만', '도와주기')
  await daughter.goto('/family')
  await daughter.getByRole('button', { name: '연결 끝내기' }).waitFor()
  const lost = daughter.getByRole('link', { name: '휴대폰을 잃으셨어요' })
  expect(await lost.count()).toBe(0)
  // Before the day is over the medicines are closed; they open on the page that waits, without a tap.
  const waits = await daughter.context().newPage()
  await waits.goto('/family')
  const family = await waits.evaluate(() =>
    document.querySelector('article[aria-labelledby^="senior-"]')?.getAttribute('aria-labelledby'),
  )
  await waits.goto(`/family/${family?.replace('senior-', '')}/medication`)
  await waits.getByText(/부터 도울 수 있어요/).waitFor()
  await waits.getByRole('main').getByRole('link', { name: '가족으로 가기' }).focus()
  await waits.bringToFront()
  // What a page fetches after it is there: missing it while the server is away loads the page anew.
  await waits.waitForTimeout(5_000)
  await endTheWait()
  const opened = waits.getByRole('status').getByText('이제 약을 챙겨 드릴 수 있어요.')
  await opened.waitFor({ timeout: 60_000 })
  await waits.getByRole('link', { name: /혈압약/ }).waitFor()
  expect(await waits.evaluate(() => document.activeElement?.textContent)).toContain('이제 약을')
  await waits.close()

  await daughter.goto('/family')
  await lost.click()
  await daughter.getByRole('button', { name: '모두 로그아웃' }).waitFor()
  await checkLooks(daughter, server.url)
  await daughter.getByRole('button', { name: '모두 로그아웃' }).click()
  await daughter.getByText('휴대폰을 로그아웃했어요').waitFor()
  await daughter.getByText('분실신고').waitFor()
  await senior.goto('/')
  await senior.getByRole('heading', { name: title }).waitFor()

  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false })
  contexts.push(context)
  const next = await context.newPage()
  await signInAt(next, number)
  await next.waitForURL(`${server.url}/me/devices`)
  await next.getByText('김미영 님이 휴대폰을 모두 로그아웃했어요').waitFor()
  await next.getByRole('button', { name: '알겠어요' }).click()
  await next.getByText('김미영 님이').waitFor({ state: 'detached' })
}, 300_000)

/** As if a day had gone by since somebody chose who helps. */
async function endTheWait() {
  await server.stop()
  const db = await openPglite({ dataDir, projectDir: process.cwd() })
  await ownerBehind(db).run(
    `update gyeote.family_links set helps_from = now() where helps_from > now()`,
  )
  await db.close()
  server = await startServer({ dataDir, port: Number(new URL(server.url).port) })
}

async function signInAt(page: Page, number: string) {
  await page.goto('/sign-in')
  await page.getByLabel('전화번호').fill(number)
  await page.getByRole('button', { name: '인증번호 받기' }).click()
  await page.getByLabel('인증번호 여섯 자리').fill(await newestCode(page))
  await page.getByRole('button', { name: '확인하기' }).click()
}
