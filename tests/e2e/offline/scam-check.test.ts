import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser'
import { messages } from '../support/messages'
import { giveMedicines } from '../support/give-medicines'
import { share } from '../support/share'
import { startServer, type RunningServer } from '../support/server'
import { openNetwork, type Mood, type Network } from './network'
import { countDeeds, readData, takePhone, visit } from './phone'

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

async function check(page: Page, text: string) {
  await page.getByLabel('받은 글').fill(text)
  await page.getByRole('button', { name: '살펴보기' }).click()
  await page.locator('[data-level]').waitFor()
}

const noPicture = new Uint8Array([1, 2, 3])

test.each<Mood>(['dead', 'deaf', 'portal'])(
  'after one visit a message is judged with a network that is %s, from a cold start',
  async (mood) => {
    phone = await takePhone(browser, network)
    await (await visit(phone)).close()
    network.feel(mood)
    const page = await phone.newPage()
    await page.goto('/')
    await page.getByRole('link', { name: '이거 사기예요?' }).click()
    await check(page, messages.danger)
    expect(await page.locator('h1').innerText()).toBe('누르지 마세요.')
    await page.getByRole('link', { name: '벌써 눌렀어요' }).click()
    await page.getByRole('link', { name: '아니요' }).click()
    await page.getByRole('link', { name: '돈을 보냈어요' }).click()
    await page.locator('a[href="tel:112"]').waitFor()
    await page.goto('/scam-check/now')
    await page.getByText('이상한 곳 보기').first().waitFor()
    await page.goto('/scam-check/call')
    await page.getByText('검찰·경찰·금감원').waitFor()
  },
)

test('in airplane mode everything from the form to the verdict works, and the reload too', async () => {
  phone = await takePhone(browser, network)
  const page = await visit(phone)
  await phone.setOffline(true)
  await page.goto('/scam-check')
  await check(page, messages.caution)
  expect(await page.locator('h1').innerText()).toBe('잠깐만요.')
  await page.reload()
  await page.locator('[data-level=caution]').waitFor()
  await phone.setOffline(false)
})

test('a shared message reaches the page without the server, with and without a network', async () => {
  phone = await takePhone(browser, network)
  const page = await visit(phone)
  network.asked.length = 0
  await share(page, { title: '', text: messages.danger, url: '' })
  await page.locator('[data-level=danger]').waitFor()
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/scam-check')
  network.feel('dead')
  await share(page, { text: messages.nothing })
  await page.locator('[data-level=nothing_found]').waitFor()
  expect(network.asked.filter((one) => one.startsWith('POST /scam-check'))).toEqual([])
})

test('a shared message is noted once, however often its page is opened, and never laid over the next', async () => {
  phone = await takePhone(browser, network)
  await giveMedicines(phone, network.url)
  const page = await visit(phone)
  await share(page, { text: messages.danger })
  await page.locator('[data-level=danger]').waitFor()
  // At once, as nobody can: whatever the first one writes down is written by now.
  await share(page, { text: messages.nothing })
  await page.locator('[data-level=nothing_found]').waitFor()
  await page.reload()
  await page.locator('[data-level=nothing_found]').waitFor()
  const levels = async () =>
    ((await readData(phone))?.tables.audit_logs ?? [])
      .filter(({ action }) => action === 'scam_check')
      .map(({ details }) => (details as { risk_level: string }).risk_level)
  await expect.poll(levels, { timeout: 30_000 }).toContain('nothing_found')
  await page.reload()
  await page.locator('[data-level=nothing_found]').waitFor()
  expect((await levels()).filter((level) => level === 'nothing_found')).toHaveLength(1)
})

test('a shared picture opens the form, which says what to do with it', async () => {
  phone = await takePhone(browser, network)
  const page = await visit(phone)
  await share(page, {}, noPicture)
  await page.getByText('사진이 왔어요.').waitFor()
})

test('a shared picture is not judged by the name of its file, and waits through a reload until it is read', async () => {
  phone = await takePhone(browser, network)
  const page = await visit(phone)
  await share(page, { title: 'Screenshot_20261129', text: '' }, noPicture)
  for (let opened = 0; opened < 2; opened++) {
    await page.getByText('사진이 왔어요.').waitFor()
    await page.getByText('글자 읽는 도구를 받을까요?').waitFor()
    expect(await page.getByLabel('받은 글').inputValue()).toBe('Screenshot_20261129')
    expect(await page.locator('[data-level]').count()).toBe(0)
    await page.reload()
  }
  await page.getByRole('button', { name: '받고 사진 읽기' }).click()
  // Three bytes are no picture: it was read, in vain, and is not tried again.
  await page.getByText('이 사진은 열 수 없어요.').waitFor({ timeout: 60_000 })
  await page.reload()
  await page.getByText('사진은 읽지 못했어요.').waitFor()
  await page.waitForTimeout(1_000)
  expect(await page.getByText('이 사진은 열 수 없어요.').count()).toBe(0)
})

test('a picture that is too large for the share sheet is said not to have come, and its words are there', async () => {
  phone = await takePhone(browser, network)
  const page = await visit(phone)
  await share(page, { text: messages.danger }, new Uint8Array(8 * 1024 * 1024 + 1))
  await page.getByText('8메가보다 큰 사진은 넘겨받지 못해요.').waitFor()
  expect(await page.getByText('사진이 왔어요.').count()).toBe(0)
  expect(await page.getByLabel('받은 글').inputValue()).toBe(messages.danger)
  expect(await page.locator('[data-level]').count()).toBe(0)
  await page.getByRole('button', { name: '살펴보기', exact: true }).click()
  await page.locator('[data-level=danger]').waitFor()
  await page.getByText('사진은 살펴보지 못했어요.').waitFor()
})

test('what is done offline is sent later, without a word of the message in the trail', async () => {
  phone = await takePhone(browser, network)
  const first = await visit(phone)
  await first.goto('/scam-check')
  await check(first, messages.danger)
  await first.getByRole('button', { name: '결과 적어 두기' }).click()
  await expect.poll(async () => (await readData(phone))?.tables.scam_checks?.length ?? 0).toBe(1)
  network.feel('dead')
  await first.getByRole('link', { name: '다른 것 살펴보기' }).click()
  await check(first, messages.nothing)
  await expect.poll(() => countDeeds(first, 'waiting')).toBe(1)
  // A note of the app's own is no deed that somebody waits for.
  expect(await first.getByText('휴대폰에 적어 두었어요').count()).toBe(0)
  await first.goto('/scam-check/kept')
  await first.getByText('닮은 수법: 택배 사칭').waitFor()
  await first.getByText('지우기', { exact: true }).click()
  await first.getByRole('button', { name: '네, 지울게요' }).click()
  await first.getByText('적어 둔 것이 없어요').waitFor()
  network.feel('well')
  await first.goto('/')
  await expect
    .poll(async () => (await readData(phone))?.tables.scam_checks?.length, { timeout: 60_000 })
    .toBe(0)
  const { tables } = (await readData(phone)) ?? { tables: {} }
  const trail = (tables.audit_logs ?? []).filter(({ action }) => action === 'scam_check')
  expect(trail).toMatchObject([{ details: { risk_level: 'nothing_found' } }])
  expect(JSON.stringify(tables)).not.toContain('cj-post')
})
