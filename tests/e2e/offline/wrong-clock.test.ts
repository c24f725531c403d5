import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openBrowser } from '../support/browser'
import { giveMedicines } from '../support/give-medicines'
import { startServer, type RunningServer } from '../support/server'
import { openNetwork, type Network } from './network'
import { countDeeds, readData, takePhone, visit } from './phone'

const dayMs = 24 * 60 * 60_000

let server: RunningServer
let browser: Browser
let network: Network
let phone: BrowserContext

beforeAll(async () => {
  server = await startServer({ movableClock: true })
  browser = await openBrowser()
  network = await openNetwork(server.url)
})
beforeEach(async () => {
  phone = await takePhone(browser, network)
  await giveMedicines(phone, network.url)
  await (await visit(phone)).close()
  network.feel('dead')
  // Nobody hears of it: to the phone its clock is as right as ever.
  await server.moveClock(-dayMs)
})
afterEach(async () => {
  await phone.close()
  await server.moveClock(0)
  network.feel('well')
})
afterAll(async () => {
  await browser?.close()
  await network?.close()
  await server?.stop()
})

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const answers = async () => (await readData(phone))?.tables.answers

test('a clock that is a day fast moves no dose: it is noticed at the next contact and asked about', async () => {
  const page = await phone.newPage()
  await page.goto('/')
  await button(page, '먹었어요').click()
  await page
    .getByText(/에 드셨어요/)
    .first()
    .waitFor()
  network.feel('well')
  await button(page, '다시 보내기').waitFor({ timeout: 30_000 })
  await page.getByText('아직 오지 않은 날의 약은 받지 못해요.').waitFor()
  expect(await answers()).toEqual([])

  // Sent again with the clocks still apart it is the same; once they agree it is taken.
  const answered = page.waitForResponse('**/outbox')
  await button(page, '다시 보내기').click()
  await answered
  await expect.poll(() => countDeeds(page, 'refused')).toBe(1)
  await server.moveClock(0)
  await button(page, '다시 보내기').click()
  await expect.poll(answers, { timeout: 30_000 }).toMatchObject([{ kind: 'taken' }])
})

test('a medicine is to be seen until its day is decided, and is taken when it is said to be right', async () => {
  const page = await phone.newPage()
  await page.goto('/medication/new')
  await page.getByLabel('저녁').check()
  await button(page, '다음').click()
  await button(page, '7일').click()
  await page.getByLabel('내일 저녁부터').check()
  await button(page, '적어 두기').click()
  await page.getByText('적어 두었어요.', { exact: true }).waitFor()
  await page.goto('/medication/courses')
  const pouch = page.getByRole('link', { name: '약봉지' })
  await pouch.waitFor()
  network.feel('well')
  await button(page, '그만두기').waitFor({ timeout: 30_000 })
  await page.goto('/medication/courses')
  await button(page, '그만두기').waitFor()
  await pouch.waitFor()
  await page.getByRole('link', { name: '혈압약' }).waitFor()
  expect((await readData(phone))?.tables.courses).toHaveLength(1)

  await button(page, '다시 보내기').click()
  await button(page, '다시 보내기').waitFor({ state: 'detached' })
  await expect
    .poll(async () => (await readData(phone))?.tables.courses?.length, { timeout: 30_000 })
    .toBe(2)
  await pouch.waitFor()
})

test('the first page of all tells a phone what day it is, before there is a worker', async () => {
  network.feel('well')
  const untold = await takePhone(browser, network, { serviceWorkers: 'block' })
  await server.moveClock(0)
  await giveMedicines(untold, network.url)
  await server.moveClock(-dayMs)
  const page = await untold.newPage()
  await page.goto('/medication')
  // By then what the server wrote would have been drawn over.
  await page.waitForLoadState('networkidle')
  expect(await button(page, '먹었어요').count()).toBe(0)
  await server.moveClock(0)
  await page.goto('/medication')
  await button(page, '먹었어요').waitFor()
  await untold.close()
})
