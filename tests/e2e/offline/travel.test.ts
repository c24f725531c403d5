import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser'
import { medicinesSince, send } from '../support/medicines'
import { startServer, type RunningServer } from '../support/server'
import { openNetwork, type Network } from './network'
import { readData, takePhone, visit } from './phone'

let server: RunningServer
let browser: Browser
let network: Network
let phones: BrowserContext[] = []

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  network = await openNetwork(server.url)
})
afterEach(async () => {
  for (const phone of phones) await phone.close()
  phones = []
  network.feel('well')
})
afterAll(async () => {
  await browser?.close()
  await network?.close()
  await server?.stop()
})

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const question = (page: Page) => page.getByText(/시간으로 바꿀까요, 그대로 둘까요\?/)

/** The phone of somebody with medicines, in a place whose clocks are others. */
async function phoneIn(timezoneId: string, of?: BrowserContext): Promise<BrowserContext> {
  const known = of ? { storageState: await of.storageState() } : {}
  const phone = await takePhone(browser, network, { timezoneId, ...known })
  phones.push(phone)
  if (!of) await send(phone, network.url, medicinesSince(4))
  return phone
}
const zones = async (phone: BrowserContext) => (await readData(phone))?.tables.zones ?? []

test('far away without a network: asked once, moved by a double tap once, and home again', async () => {
  const phone = await phoneIn('America/Los_Angeles')
  await (await visit(phone)).close()
  network.feel('dead')
  const page = await phone.newPage()
  await page.goto('/medication')
  await page.getByText('여행지 시간으로 바꿀까요, 그대로 둘까요?').waitFor()
  await page.getByText(/1[67]시간 늦어요/).waitFor()
  await page.getByText('몇 시에 드실지 약사에게 물어보세요.').waitFor()
  await button(page, '여기 시간으로 바꾸기').dblclick()
  await page.getByText('약 시간을 여기 시간으로 바꿨어요.').waitFor()
  expect(await question(page).count()).toBe(0)
  await page.reload()
  await page.getByRole('link', { name: '내 약 보기' }).waitFor()
  expect(await question(page).count()).toBe(0)

  network.feel('well')
  await page.reload()
  await expect
    .poll(async () => (await zones(phone)).map(({ name }) => name), { timeout: 30_000 })
    .toEqual(['America/Los_Angeles'])
  const home = await (await phoneIn('Asia/Seoul', phone)).newPage()
  await home.goto('/')
  await home.getByText('원래 시간으로 바꿀까요, 그대로 둘까요?').waitFor()
  await button(home, '여기 시간으로 바꾸기').click()
  await expect.poll(async () => (await zones(phone)).length).toBe(2)
})

test('what is left as it is, is not asked about again, and stands in no table', async () => {
  const phone = await phoneIn('Asia/Bangkok')
  const page = await phone.newPage()
  await page.goto('/medication')
  await question(page).waitFor()
  expect(await page.getByText('몇 시에 드실지 약사에게 물어보세요.').count()).toBe(0)
  await button(page, '그대로 두기').click()
  await page.getByText('약 시간을 그대로 두었어요.').waitFor()
  await page.reload()
  await page.getByRole('link', { name: '내 약 보기' }).waitFor()
  await page.waitForLoadState('networkidle')
  expect(await question(page).count()).toBe(0)
  expect(await zones(phone)).toEqual([])
})
