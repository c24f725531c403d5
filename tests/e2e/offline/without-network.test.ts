import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser'
import { startServer, type RunningServer } from '../support/server'
import { openNetwork, type Mood, type Network } from './network'
import { listDatabases, readData, takePhone, visit } from './phone'

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

const today = (page: Page) => page.getByRole('link', { name: '배우기' })

async function signInAs(context: BrowserContext, name: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByRole('button', { name }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  await page.close()
  return visit(context)
}

test.each<Mood>(['dead', 'deaf', 'portal', 'broken'])(
  'after one visit everything opens when the network is %s: cold, again, and from page to page',
  async (mood) => {
    phone = await takePhone(browser, network)
    await (await visit(phone)).close()
    network.feel(mood)

    const page = await phone.newPage()
    await page.goto('/')
    await today(page).waitFor()
    await page.reload()
    await today(page).click()
    await page.getByRole('heading', { name: '이렇게 해요' }).waitFor()
    await page.goBack()
    await today(page).waitFor()
    await page.getByRole('link', { name: '배움', exact: true }).click()
    await page.getByRole('heading', { name: '사기 막기' }).first().waitFor()
    await page.getByRole('link', { name: '도움' }).first().click()
    await page.waitForURL('**/help')
    await page.goto('/me')
    await page.getByText('아주 크게').first().waitFor()
    await page.goto('/learn')
    await page.getByRole('heading', { name: '사기 막기' }).first().waitFor()
  },
)

test('a page that needs a network says so under its own address, and offers what works', async () => {
  phone = await takePhone(browser, network)
  const first = await visit(phone)
  await first.close()
  network.feel('dead')
  const page = await phone.newPage()
  await page.goto('/me/devices')
  await page.getByText('인터넷').first().waitFor()
  expect(new URL(page.url()).pathname).toBe('/me/devices')
  await page.locator('a[href="/"]').first().click()
  await today(page).waitFor()
  network.feel('well')
  await page.goto('/sign-in')
  await page.getByRole('button', { name: '김순자' }).waitFor()
})

test('the day rolls over at midnight, in an open page and after a cold start', async () => {
  phone = await takePhone(browser, network)
  const open = await phone.newPage()
  await open.clock.install({ time: new Date() })
  await open.goto('/')
  await (await visit(phone)).close()
  const titleOf = (page: Page) => page.locator('main h1, main h2').allInnerTexts()
  // Finishing today's card makes tomorrow's another one.
  await today(open).click()
  await open.getByRole('button', { name: '설정에서 글자를 키워요' }).click()
  await open.getByText('맞았어요').waitFor()
  await open.getByRole('link', { name: '오늘로 가기' }).click()
  await open.getByText('오늘 배움을 마쳤어요.').waitFor()
  const before = await titleOf(open)

  network.feel('dead')
  await open.clock.fastForward('24:00:00')
  await expect.poll(() => titleOf(open)).not.toEqual(before)
  await today(open).waitFor()

  const cold = await phone.newPage()
  await cold.clock.install({ time: new Date(Date.now() + 24 * 60 * 60_000) })
  await cold.goto('/')
  await today(cold).waitFor()
  expect(await titleOf(cold)).toEqual(await titleOf(open))
})

test('what is stored outside the encrypted store says nothing of anybody', async () => {
  phone = await takePhone(browser, network)
  const page = await signInAs(phone, '김순자')
  const person = (await readData(phone))?.tables.people?.[0] as { id: string } | undefined
  expect(person?.id).toMatch(/^[0-9a-f-]{36}$/)
  await page.getByText('김순자').first().waitFor()
  const stored = await page.evaluate(async () => {
    const found: [place: string, text: string][] = []
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) {
        const response = await caches.match(request)
        const headers = JSON.stringify([...(response?.headers ?? [])])
        found.push([request.url, `${request.url} ${headers} ${(await response?.text()) ?? ''}`])
      }
    found.push(['localStorage', JSON.stringify(localStorage)])
    found.push(['sessionStorage', JSON.stringify(sessionStorage)])
    return found
  })
  // Files of the build are the same for everybody; the samples of /dev/ui happen to name her.
  const ofThisPhone = stored.filter(([place]) => !place.includes('/assets/'))
  expect(ofThisPhone.length).toBeGreaterThan(10)
  const told = ofThisPhone.filter(
    ([, text]) => text.includes('김순자') || text.includes(person?.id ?? ''),
  )
  expect(told.map(([place]) => place)).toEqual([])
})

test('the documents kept for two people are equal byte by byte apart from the nonce', async () => {
  const documents: string[] = []
  for (const name of ['김순자', '박영호']) {
    phone = await takePhone(browser, network, { serviceWorkers: 'block' })
    const page = await phone.newPage()
    await page.goto('/sign-in')
    await page.getByRole('button', { name }).click()
    await page.waitForURL((url) => url.pathname !== '/sign-in')
    for (const path of ['/', '/learn', '/learn/text-larger', '/me', '/help', '/offline']) {
      const answer = await phone.request.get(path, { headers: { 'X-Gyeote-Shell': '1' } })
      const nonce = /'nonce-([^']+)'/.exec(answer.headers()['content-security-policy'] ?? '')?.[1]
      documents.push(`${path} ${(await answer.text()).replaceAll(nonce ?? '', 'NONCE')}`)
    }
    if (name === '김순자') await phone.close()
  }
  expect(documents.slice(6)).toEqual(documents.slice(0, 6))
  // A number in one of them must not become a link that dials.
  const mark = '<meta name="format-detection" content="telephone=no"/>'
  expect(documents.filter((one) => !one.includes(mark))).toEqual([])
})

test('signing out without a network erases the phone, and the server hears of it first', async () => {
  phone = await takePhone(browser, network)
  const page = await signInAs(phone, '김순자')
  await page.goto('/me/sign-out')
  const other = await phone.newPage()
  await other.goto('/learn')
  network.feel('dead')
  await page.getByRole('button', { name: '나가기' }).click()
  await page.waitForURL('**/')
  await expect
    .poll(() => listDatabases(page))
    .not.toContainEqual(expect.stringMatching(/[0-9a-f]{8}-/))
  expect(await page.locator('body').innerText()).not.toContain('김순자')

  network.asked.length = 0
  network.feel('well')
  await page.goto('/')
  await today(page).waitFor()
  expect(network.asked[0]).toBe('POST /outbox')
  expect(await page.locator('body').innerText()).not.toContain('김순자')
  expect(await readData(phone)).toBeNull()
})
