import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser'
import { startServer, type RunningServer } from '../support/server'
import { openNetwork, type Network } from './network'
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

const waits = (page: Page) => page.getByText('휴대폰에 적어 두었어요').first()

/** Finishes a card that the phone keeps, by its right answer or the first. */
async function finish(page: Page, cardId: string, answer?: string): Promise<void> {
  await page.goto(`/learn/${cardId}`)
  const button = page.locator('#quiz button[name="answer"]')
  await (answer ? page.getByRole('button', { name: answer }) : button.first()).click()
  await page
    .getByText(/맞았어요|이게 맞아요/)
    .first()
    .waitFor()
}

async function expectOnce(cards: string[]): Promise<void> {
  await expect
    .poll(async () => (await readData(phone))?.tables.card_completions?.length ?? 0, {
      // After some tries in vain the page itself pauses for up to 45 seconds.
      timeout: 60_000,
    })
    .toBe(cards.length)
  const { tables } = (await readData(phone)) ?? { tables: {} }
  expect(tables.card_completions?.map(({ card_id }) => card_id).sort()).toEqual([...cards].sort())
  expect(tables.points_ledger).toHaveLength(cards.length)
  expect(tables.quiz_answers).toHaveLength(cards.length)
}

/** Until the page calls `letGo`, nothing can be written: the phone is changing hands, says this page. */
async function holdThePhone(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(
    () =>
      new Promise<void>((held) => {
        void navigator.locks.request('gyeote-person', () => {
          held()
          return new Promise<void>((letGo) => Object.assign(window, { letGo }))
        })
      }),
  )
  return () => page.evaluate(() => (window as unknown as { letGo(): void }).letGo())
}

async function startOffline(): Promise<Page> {
  phone = await takePhone(browser, network)
  await (await visit(phone)).close()
  network.feel('dead')
  return phone.newPage()
}

test('a card finished without a network and without an account counts, once the network is back', async () => {
  const page = await startOffline()
  await finish(page, 'text-larger', '설정에서 글자를 키워요')
  await page.getByText('10점을 모았어요').waitFor()
  await waits(page).waitFor()
  await page.goto('/')
  await page.getByText('함께한 날 1일').waitFor()
  await page.close()
  expect(await phone.cookies()).toEqual([])

  network.feel('well')
  const later = await phone.newPage()
  await later.goto('/')
  await expectOnce(['text-larger'])
  await waits(later).waitFor({ state: 'detached' })
  await later.getByText('함께한 날 1일').waitFor()
})

test('praise is for what is kept: a page closed the moment it shows loses nothing', async () => {
  const page = await startOffline()
  await page.goto('/learn/text-larger')
  const letGo = await holdThePhone(page)
  const answers = page.locator('#quiz button[name="answer"]')
  await answers.nth(0).click()
  await page.getByText('적는 중이에요').waitFor()
  await answers.nth(0).click({ force: true })
  await answers.nth(1).click()
  const praise = page.getByText(/맞았어요|이게 맞아요|점을 모았어요/)
  expect(await praise.count()).toBe(0)

  await letGo()
  await praise.first().waitFor()
  await page.close({ runBeforeUnload: false })
  network.feel('well')
  const later = await phone.newPage()
  await later.goto('/')
  await expectOnce(['text-larger'])
})

test('two tabs finish cards without a network, and everything counts once', async () => {
  const one = await startOffline()
  const two = await phone.newPage()
  await Promise.all([finish(one, 'text-larger'), finish(two, 'answer-call')])
  await one.goto('/')
  await waits(one).waitFor()
  network.feel('well')
  await Promise.all([one.reload(), two.reload()])
  await expectOnce(['text-larger', 'answer-call'])
})

test('what two tabs did in turns is done in that order', async () => {
  const [one, two] = [await startOffline(), await phone.newPage()]
  await Promise.all([one, two].map((tab) => tab.goto('/learn')))
  const turns = [
    [one, '사기 막기'],
    [two, '카카오톡과 사진'],
    [one, '스마트폰 첫걸음'],
    [two, 'AI 첫걸음'],
  ] as const
  for (const [tab, name] of turns) {
    const track = tab.getByRole('region', { name, exact: true })
    await track.getByRole('button', { name: '이것부터 배우기' }).click()
    await track.getByText('지금 배우는 길이에요.').waitFor()
  }
  network.feel('well')
  await Promise.all([one.reload(), two.reload()])
  for (const tab of [one, two])
    await tab
      .getByRole('region', { name: 'AI 첫걸음' })
      .getByText('지금 배우는 길이에요.')
      .waitFor()
  for (const tab of [one, two]) await waits(tab).waitFor({ state: 'detached' })
  expect((await readData(phone))?.tables.people).toMatchObject([{ track: 'ai-basics' }])
})

test('a deed that was done but not answered, and a page closed meanwhile, count once', async () => {
  phone = await takePhone(browser, network)
  const page = await visit(phone)
  network.asked.length = 0
  network.feel('lossy')
  await finish(page, 'text-larger')
  await expect
    .poll(() => network.asked.filter((one) => one === 'POST /outbox').length)
    .toBeGreaterThan(0)
  await page.close({ runBeforeUnload: false })
  network.feel('well')
  const later = await phone.newPage()
  await later.goto('/')
  await expectOnce(['text-larger'])
})

test.each(['portal', 'broken', 'deaf'] as const)(
  'nothing is lost to a network that is %s',
  async (mood) => {
    phone = await takePhone(browser, network)
    const page = await visit(phone)
    network.feel(mood)
    await finish(page, 'text-larger')
    await waits(page).waitFor()
    // The page stays open and nobody touches it.
    network.feel('well')
    await expectOnce(['text-larger'])
    await waits(page).waitFor({ state: 'detached' })
  },
)

test('what was sent shows also when nothing has come down from the server since', async () => {
  const page = await startOffline()
  await finish(page, 'text-larger')
  await page.close()
  network.feel('upward')
  const later = await phone.newPage()
  await later.goto('/')
  await expect.poll(() => countDeeds(later, 'sent')).toBe(1)
  await later.getByText('함께한 날 1일').waitFor()

  network.feel('dead')
  await later.reload()
  await later.getByText('함께한 날 1일').waitFor()
  await later.getByText('오늘 배움을 마쳤어요.').waitFor()
  expect(await waits(later).count()).toBe(0)
  network.feel('well')
  await expectOnce(['text-larger'])
})

test('Background Sync sends when the network is back, with no page of the app open', async () => {
  phone = await takePhone(browser, network)
  const page = await visit(phone)
  const other = await phone.newPage()
  await phone.setOffline(true)
  await finish(page, 'text-larger')
  await waits(page).waitFor()
  await page.close()
  network.asked.length = 0
  await phone.setOffline(false)
  await expect.poll(() => network.asked, { timeout: 30_000 }).toContain('POST /outbox')
  await expectOnce(['text-larger'])
  await other.close()
})

test('a session that ended waits for the same person, and is never sent as another', async () => {
  phone = await takePhone(browser, network)
  const signIn = async (name: string) => {
    await phone.clearCookies()
    const page = await phone.newPage()
    await page.goto('/sign-in')
    await page.getByRole('button', { name }).click()
    await page.waitForURL((url) => url.pathname !== '/sign-in')
    await page.close()
  }
  await signIn('박영호')
  const page = await visit(phone)
  network.feel('dead')
  await page.goto('/')
  await page.getByRole('link', { name: '배우기' }).click()
  await page.locator('#quiz button[name="answer"]').first().click()
  await waits(page).waitFor()
  await page.close()
  network.feel('well')

  const before = (completions: { card_id?: unknown }[] | undefined) => completions?.length ?? 0
  await signIn('김순자')
  await (await visit(phone)).close()
  const hers = before((await readData(phone))?.tables.card_completions)
  const tab = await phone.newPage()
  await tab.goto('/')
  await tab.waitForLoadState('networkidle')
  expect(before((await readData(phone))?.tables.card_completions)).toBe(hers)
  await tab.close()

  await signIn('박영호')
  const his = await phone.newPage()
  await his.goto('/')
  await expect
    .poll(async () => before((await readData(phone))?.tables.card_completions), { timeout: 30_000 })
    .toBe(1)
})
