import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openNetwork, type Network } from './offline/network'
import { openBrowser } from './support/browser'
import { signIn } from './support/deeds'
import { askFor, choose } from './support/family-steps'
import { giveMedicines } from './support/give-medicines'
import { startServer, type RunningServer } from './support/server'

let server: RunningServer
let browser: Browser
/** Between the daughter and the server; the senior has another way. */
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
const newNumber = () => `010-2323-${String(1_000 + ++numbersUsed)}`
async function phoneOn(baseURL: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL, locale: 'ko-KR', timezoneId: 'Asia/Seoul' })
  contexts.push(context)
  return context
}

/** A senior who shows `what` to a daughter, each on a page of their own: the senior's is that of the family. */
async function family(what: string): Promise<{ page: Page; theirs: Page }> {
  const number = newNumber()
  const senior = await phoneOn(server.url)
  await giveMedicines(senior, server.url)
  const page = await senior.newPage()
  await signIn(page, number)
  const theirs = await (await phoneOn(network.url)).newPage()
  await signIn(theirs, newNumber())
  await askFor(theirs, number)
  await page.goto('/me/family')
  await page.getByRole('link', { name: '보고 답하기' }).click()
  await choose(page, what)
  return { page, theirs }
}
const showNothing = async (page: Page) => {
  await page.getByRole('link', { name: '보이는 것 바꾸기' }).click()
  await page.getByRole('radio', { name: '안 보여 드려요' }).check()
  await page.getByRole('button', { name: '이대로 바꾸기' }).click()
  await page.getByText('보이는 것:').waitFor()
}

test('what a senior takes back is gone within 30 s also where no answer comes any more, and it is said why', async () => {
  const { page, theirs } = await family('약과 배움')
  const medicines = theirs.getByText('지금이 약 시간이에요.')
  await medicines.waitFor({ timeout: 30_000 })
  // Longer than it may be believed without an answer: the answers keep it.
  await theirs.waitForTimeout(35_000)
  expect(await medicines.count()).toBe(1)
  network.feel('deaf')
  await showNothing(page)
  const changedAt = Date.now()
  await medicines.waitFor({ state: 'detached', timeout: 31_000 })
  expect(Date.now() - changedAt).toBeLessThan(31_000)
  await theirs.getByText('지금은 새로 볼 수 없어요.').waitFor({ timeout: 30_000 })
  expect(await theirs.getByRole('main').innerText()).not.toContain('혈압약')
  network.feel('well')
  await theirs.getByText('보여 주시는 것은 없어요.').waitFor({ timeout: 30_000 })
  expect(await theirs.getByText('지금은 새로 볼 수 없어요.').count()).toBe(0)
})

test('the week is gone from an open page within 30 s', async () => {
  const { page, theirs } = await family('약과 배움')
  await theirs.goto('/family/week')
  const week = theirs.getByRole('article')
  await week.waitFor()
  await showNothing(page)
  const changedAt = Date.now()
  await week.waitFor({ state: 'detached', timeout: 30_000 })
  expect(Date.now() - changedAt).toBeLessThan(30_000)
  await theirs.getByText('보여 주시는 한 주 소식이 없어요').waitFor()
})
