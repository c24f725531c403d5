import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openNetwork, type Network } from './offline/network'
import { takePhone, visit } from './offline/phone'
import { openBrowser } from './support/browser'
import { picturedMessages } from './support/pictured-messages'
import { pictureCode } from './support/picture-code'
import { pictureMessage } from './support/picture-messages'
import { choose } from './support/read-picture'
import { share } from './support/share'
import { startServer, type RunningServer } from './support/server'

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

async function openCheck(): Promise<Page> {
  phone = await takePhone(browser, network)
  const page = await visit(phone)
  await page.goto('/scam-check', { waitUntil: 'networkidle' })
  return page
}
const field = (page: Page) => page.getByLabel('받은 글')
async function look(page: Page, level: string) {
  await page.getByRole('button', { name: '살펴보기', exact: true }).click()
  await page.locator(`[data-level=${level}]`).waitFor()
}

test('what was read in a picture stands in the field, is put right, and its address is never calm', async () => {
  const page = await openCheck()
  await field(page).fill('보낸 사람이 이상해요')
  await choose(page, '사진에서 글자 읽기', await pictureMessage(browser, picturedMessages[16]!))
  await page.getByRole('button', { name: '받고 사진 읽기' }).click()
  await page.getByText('다 읽었어요.').waitFor({ timeout: 90_000 })
  expect(await page.locator('[data-level]').count()).toBe(0)
  expect(await field(page).inputValue()).toMatch(/[가-힣]{2}/)

  const genuine = '우체국 등기 안내 https://www.epost.go.kr/a'
  await field(page).fill(genuine)
  await look(page, 'caution')
  await page.getByText('사진에서 읽은 주소라 정확하지 않아요.').waitFor()
  await page.reload()
  await page.locator('[data-level=caution]').waitFor()
  await page.getByRole('link', { name: '다른 것 살펴보기' }).click()
  await field(page).fill(genuine)
  await look(page, 'nothing_found')
})

test('a code is judged by what it says, opened by nobody, also without a network', async () => {
  const page = await openCheck()
  network.feel('dead')
  await page.getByText('QR 살펴보기').click()
  await choose(page, '사진에서 QR 읽기', await pictureCode(page, 'tel:01012345678'))
  await page.getByText('전화나 문자를 거는 QR이에요.').waitFor()
  await choose(page, '사진에서 QR 읽기', await pictureCode(page, 'http://parking-pay.top/a'))
  await expect.poll(() => field(page).inputValue()).toBe('http://parking-pay.top/a')
  expect(new URL(page.url()).pathname).toBe('/scam-check')
  await look(page, 'danger')
})

test('whoever asks about a shared picture gets a verdict about what stands in it, and can put that right', async () => {
  const page = await openCheck()
  await share(
    page,
    { title: 'Screenshot_20261129' },
    await pictureMessage(browser, picturedMessages[16]!),
  )
  await page.getByText('글자 읽는 도구를 받을까요?').waitFor()
  await page.getByRole('button', { name: '살펴보기', exact: true }).click()
  await page.getByText('사진을 읽어야 살펴볼 수 있어요.').waitFor()
  await page.getByRole('button', { name: '받고 사진 읽기' }).click()
  await page.locator('[data-level]').waitFor({ timeout: 90_000 })
  expect(await page.getByText('사진은 살펴보지 못했어요.').count()).toBe(0)
  await page.getByRole('button', { name: '읽은 글 고치기' }).click()
  expect(await field(page).inputValue()).toMatch(/[가-힣]{2}/)
})

test('a shared picture of a code is read as one, without a network and without anything to fetch', async () => {
  const page = await openCheck()
  const code = await pictureCode(page, 'http://parking-pay.top/a')
  network.feel('dead')
  await share(page, {}, code)
  await page.getByText('QR을 읽었어요. 열지는 않았어요.').waitFor()
  expect(await field(page).inputValue()).toBe('http://parking-pay.top/a')
  expect(new URL(page.url()).pathname).toBe('/scam-check')
  await look(page, 'danger')
})
