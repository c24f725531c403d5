import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser'
import { giveMedicines } from '../support/give-medicines'
import { startServer, type RunningServer } from '../support/server'
import { openNetwork, type Network } from './network'
import { readData, takePhone, visit } from './phone'

let server: RunningServer
let browser: Browser
let network: Network
let phone: BrowserContext

beforeAll(async () => {
  server = await startServer()
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
})

const taken = (page: Page) => page.getByRole('button', { name: '먹었어요', exact: true })
const said = (page: Page) => page.getByText(/에 드셨어요/).first()

interface AnswerRow {
  kind: string
  care_date: number
}
const answers = async (of = phone) =>
  ((await readData(of))?.tables.answers ?? []) as unknown as AnswerRow[]

/** Somebody with one medicine that is due, whose phone keeps everything. */
async function startWithMedicines(): Promise<Page> {
  phone = await takePhone(browser, network)
  await giveMedicines(phone, network.url)
  return visit(phone)
}

test('a dose is answered in airplane mode, survives restarts, and arrives once', async () => {
  await (await startWithMedicines()).close()
  network.feel('dead')
  const page = await phone.newPage()
  await page.goto('/')
  await taken(page).dblclick()
  await said(page).waitFor()
  await page.reload()
  await said(page).waitFor()
  await page.close()
  const later = await phone.newPage()
  await later.goto('/medication')
  await said(later).waitFor()
  await later.getByText('고치기').click()
  await later.getByRole('button', { name: '안 먹었어요' }).click()
  await later.getByText('안 드신다고 하셨어요.').waitFor()

  network.feel('well')
  await expect
    .poll(async () => (await answers()).map(({ kind }) => kind).sort(), { timeout: 30_000 })
    .toEqual(['declined', 'taken'])
  await later.goto('/')
  await later.getByText('안 드신다고 하셨어요.').first().waitFor()
})

test('what the worker sent by itself is known to the phone without a network right after', async () => {
  const page = await startWithMedicines()
  const other = await phone.newPage()
  await phone.setOffline(true)
  await taken(page).click()
  await said(page).waitFor()
  await page.close()
  await other.close()
  network.asked.length = 0
  await phone.setOffline(false)
  await expect.poll(() => network.asked, { timeout: 30_000 }).toContain('POST /outbox')
  await expect.poll(async () => (await answers()).length).toBe(1)
  network.feel('dead')
  const cold = await phone.newPage()
  await cold.goto('/')
  await said(cold).waitFor()
  expect(await taken(cold).isVisible()).toBe(false)
})

test('midnight without a network: the next day asks anew, and yesterday’s answer stays', async () => {
  phone = await takePhone(browser, network)
  await giveMedicines(phone, network.url)
  const page = await phone.newPage()
  await page.clock.install({ time: new Date() })
  await page.goto('/')
  await (await visit(phone)).close()
  network.feel('dead')
  await page.reload()
  await taken(page).click()
  await said(page).waitFor()
  await page.clock.fastForward('24:00:00')
  await expect.poll(() => taken(page).isVisible()).toBe(true)
  await taken(page).click()
  await said(page).waitFor()
  const cold = await phone.newPage()
  await cold.clock.install({ time: new Date(Date.now() + 24 * 60 * 60_000) })
  await cold.goto('/')
  await said(cold).waitFor()
})

test('two phones without a network answer the same dose: one dose, both answers kept', async () => {
  const one = await startWithMedicines()
  const state = await phone.storageState()
  const second = await takePhone(browser, network, { storageState: state })
  const two = await visit(second)
  network.feel('dead')
  for (const page of [one, two]) {
    await taken(page).click()
    await said(page).waitFor()
  }
  network.feel('well')
  await expect.poll(async () => (await answers()).length, { timeout: 30_000 }).toBe(2)
  for (const page of [one, two]) {
    await page.goto('/')
    await said(page).waitFor()
    expect(await page.getByText('두 기록이 달라요').isVisible()).toBe(false)
  }
  await second.close()
})
