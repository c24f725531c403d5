import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openNetwork, type Network } from './offline/network'
import { takePhone, visit } from './offline/phone'
import { openBrowser } from './support/browser'
import { signIn } from './support/deeds'
import { askFor, checkLooks, choose } from './support/family-steps'
import { startServer, type RunningServer } from './support/server'

let server: RunningServer
let browser: Browser
let network: Network
const contexts: BrowserContext[] = []

beforeAll(async () => {
  server = await startServer()
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
})

let numbersUsed = 0
const newNumber = () => `010-2333-${String(1_000 + ++numbersUsed)}`

async function relativeElsewhere(): Promise<Page> {
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 1280, height: 800 },
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
  })
  contexts.push(context)
  return context.newPage()
}

/** A senior's phone, and a daughter who is linked and sees nothing yet. */
async function family() {
  const phone = await takePhone(browser, network)
  contexts.push(phone)
  const page = await visit(phone)
  const number = newNumber()
  await signIn(page, number)
  const theirs = await relativeElsewhere()
  await signIn(theirs, newNumber())
  await askFor(theirs, number)
  await page.goto('/me/family')
  await page.getByRole('link', { name: '보고 답하기' }).click()
  await choose(page, '안 보여 드려요')
  return { page, theirs }
}

async function show(page: Page, kinds: readonly string[]) {
  await page.goto('/me/family')
  await page.getByRole('link', { name: '보이는 것 바꾸기' }).click()
  await page.getByRole('radio', { name: '하나씩 고를게요' }).check()
  for (const kind of kinds) await page.getByRole('checkbox', { name: kind }).check()
  await page.getByRole('button', { name: '이대로 바꾸기' }).click()
  await page.getByText(`보이는 것: ${kinds.join(', ')}`).waitFor()
}

const opened = (theirs: Page) => theirs.getByText('오늘 열어 보셨어요.')
const tellings = () => network.asked.filter((one) => one === 'POST /family/opened').length

test('오늘 열어 보셨어요 stands with its consent, and is gone from an open page within 30 s', async () => {
  const { page, theirs } = await family()
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  expect(tellings()).toBe(0)

  await show(page, ['오늘 열어 보셨는지'])
  await theirs.goto('/family')
  await theirs.getByText('이어져 있어요. 소식이 생기면 여기에 보여요.').waitFor()
  expect(await opened(theirs).count()).toBe(0)
  await page.goto('/')
  await opened(theirs).waitFor({ timeout: 30_000 })
  expect(tellings()).toBeGreaterThan(0)
  // Neither when it was, nor anything of another day.
  expect(await theirs.getByRole('article').innerText()).not.toMatch(/오전|오후|시에|어제/)

  await page.goto('/me/family')
  await page.getByRole('link', { name: '보이는 것 바꾸기' }).click()
  await page.getByRole('radio', { name: '안 보여 드려요' }).check()
  await page.getByRole('button', { name: '이대로 바꾸기' }).click()
  await page.getByText('보이는 것: 안 보여 드려요').waitFor()
  const changedAt = Date.now()
  await opened(theirs).waitFor({ state: 'detached', timeout: 30_000 })
  expect(Date.now() - changedAt).toBeLessThan(30_000)
})

test('opened without a network, it is told as soon as there is one on the same page', async () => {
  const { page, theirs } = await family()
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  await show(page, ['오늘 열어 보셨는지'])
  network.feel('dead')
  await page.goto('/')
  await page.getByRole('button', { name: '오늘은 괜찮아요' }).waitFor()
  await theirs.goto('/family')
  await theirs.getByText('이어져 있어요.').waitFor()
  expect(await opened(theirs).count()).toBe(0)
  network.feel('well')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await opened(theirs).waitFor({ timeout: 40_000 })
})

test('who looked stands in the settings of the senior, by person', async () => {
  const { page, theirs } = await family()
  await show(page, ['배움'])
  await page.getByText('지난 30일 동안 보신 적이 없어요.').waitFor()
  await theirs.goto('/family')
  await theirs.getByText('오늘 배움은 아직이에요.').waitFor()
  await theirs.reload()
  await page.reload()
  await page.getByText('김미영 님이 오늘 보셨어요.').waitFor()
  expect(await page.getByText(/지난 30일에/).count()).toBe(0)
  await checkLooks(page, network.url)
})
