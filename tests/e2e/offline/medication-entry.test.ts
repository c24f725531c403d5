import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser'
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

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test('in airplane mode: a consent, a medicine, an edit and a pause, all there later, each once', async () => {
  phone = await takePhone(browser, network)
  await (await visit(phone)).close()
  network.feel('dead')
  const page = await phone.newPage()
  await page.goto('/medication/new')
  await button(page, '동의해요').click()
  await page.getByLabel('저녁').check()
  await button(page, '다음').click()
  await button(page, '30일').click()
  await page.getByLabel('내일 저녁부터').check()
  await button(page, '적어 두기').click()
  await page.getByText('적어 두었어요.', { exact: true }).waitFor()
  await page.getByText('매일 저녁').first().waitFor()
  await page.getByText('까지 있어요').first().waitFor()

  await page.getByRole('link', { name: '고치기' }).click()
  await page.getByLabel('약 이름').fill('저녁 봉지')
  await button(page, '고쳐 두기').click()
  await page.getByRole('heading', { level: 1, name: '저녁 봉지' }).waitFor()
  await page.getByText('이 약 쉬기').click()
  await page.getByLabel('다른 까닭이에요').check()
  await button(page, '쉬기').click()
  await page.getByText('쉬는 약').first().waitFor()
  // The document of a page that no server has ever answered.
  await page.reload()
  await page.getByRole('heading', { level: 1, name: '저녁 봉지' }).waitFor()

  // A restart of the phone's browser: everything is still there, and opens.
  await page.close()
  const later = await phone.newPage()
  await later.goto('/medication/courses')
  await later.getByRole('heading', { name: '쉬는 약' }).waitFor()
  await later.getByRole('link', { name: '저녁 봉지' }).waitFor()
  expect(await readData(phone).catch(() => null)).toBeNull()

  network.feel('well')
  await later.reload()
  await expect
    .poll(async () => (await readData(phone))?.tables.pauses?.length ?? 0, { timeout: 30_000 })
    .toBe(1)
  const { tables } = (await readData(phone)) ?? { tables: {} }
  expect(tables.courses).toHaveLength(1)
  expect(tables.packs).toMatchObject([{ days: 30, first_slot: 'evening' }])
  expect(tables.course_versions?.map(({ label }) => label).sort()).toEqual(
    ['저녁 봉지', null].sort(),
  )
  await later.getByText('휴대폰에 적어 두었어요').waitFor({ state: 'detached' })
  await later.getByRole('link', { name: '저녁 봉지' }).waitFor()
})
