import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openPageBrowser } from './support/browser'
import { giveMedicines } from './support/give-medicines'
import { startServer, type RunningServer } from './support/server'

let server: RunningServer
let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  server = await startServer()
  browser = await openPageBrowser()
})
afterEach(() => context.close())
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function open(
  options: { javaScriptEnabled?: boolean; serviceWorkers?: 'block' } = {},
  given: Parameters<typeof giveMedicines>[2] = {},
): Promise<Page> {
  context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 360, height: 740 },
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    ...options,
  })
  await giveMedicines(context, server.url, given)
  const page = await context.newPage()
  await page.goto('/')
  return page
}

async function answers(): Promise<{ kind: string; guard_passed: boolean }[]> {
  const answer = await context.request.get('/me/data')
  const { tables } = (await answer.json()) as { tables: { answers: never[] } }
  return tables.answers
}
const kinds = async () => (await answers()).map(({ kind }) => kind)
const taken = (page: Page) => page.getByRole('button', { name: '먹었어요', exact: true })
const card = (page: Page) => page.locator('section').filter({ hasText: '혈압약' }).first()

test.each([
  [0, 5],
  [0, 200],
  [3, 5],
  [3, 200],
])(
  'without scrolling: which medicine (and %i more, %i min ago), which card, whom to ask',
  async (others, minutesAgo) => {
    const page = await open({}, { others, minutesAgo })
    const bar = await page.getByRole('navigation', { name: '차림표' }).boundingBox()
    for (const target of [
      others > 0 ? page.getByRole('button', { name: '모두 먹었어요' }) : taken(page),
      page.getByText('다른 답').filter({ visible: true }),
      page.getByRole('link', { name: '배우기' }),
      page.getByRole('link', { name: '이거 사기예요?' }),
      page.getByRole('link', { name: '물어볼 곳' }),
    ]) {
      const box = await target.boundingBox()
      expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
    }
  },
)

test('one tap answers, a second finds nothing, and the card keeps its place and height', async () => {
  const page = await open()
  await page.waitForLoadState('networkidle')
  const before = await card(page).boundingBox()
  await taken(page).dblclick()
  await page.getByText(/에 드셨어요/).waitFor()
  expect(await taken(page).isVisible()).toBe(false)
  expect(await card(page).boundingBox()).toEqual(before)
  await expect.poll(kinds).toEqual(['taken'])
  await page.reload()
  await page.getByText(/에 드셨어요/).waitFor()
  expect(await kinds()).toEqual(['taken'])
})

test('a second dose is stopped; going on is a second step that leads to the pharmacist and 119', async () => {
  const page = await open()
  await page.waitForLoadState('networkidle')
  await taken(page).click()
  await page.getByText('고치기').click()
  await page.getByRole('button', { name: '또 먹었어요' }).click()
  const warning = page.getByRole('alert')
  await warning.getByText('두 번 드시지 마세요.').waitFor()
  await page.getByRole('button', { name: '안 먹을게요' }).click()
  await warning.waitFor({ state: 'detached' })
  await expect.poll(kinds).toEqual(['taken'])

  await page.getByText('고치기').click()
  await page.getByRole('button', { name: '또 먹었어요' }).click()
  await warning.waitFor()
  await page.getByRole('button', { name: '또 먹었어요' }).click()
  await page.getByText('더 드시지 말고 약사에게 물어보세요.').waitFor()
  expect(await page.getByRole('link', { name: '119 전화하기' }).getAttribute('href')).toBe(
    'tel:119',
  )
  await expect.poll(kinds).toEqual(['taken', 'extra'])
  expect((await answers()).map((one) => one.guard_passed)).toEqual([false, true])
})

test('after a second dose of several, the pharmacist and 119 are in sight', async () => {
  const page = await open({}, { others: 3 })
  await page.goto('/medication')
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: '모두 먹었어요' }).click()
  const fix = page.getByText('고치기', { exact: true }).filter({ visible: true })
  await fix.first().click()
  const again = page.getByRole('button', { name: '또 먹었어요' }).filter({ visible: true })
  await again.first().click()
  await page.getByRole('alert').getByText('두 번 드시지 마세요.').waitFor()
  await again.click()
  const ask = page.getByText('더 드시지 말고 약사에게 물어보세요.').filter({ visible: true })
  await ask.waitFor()
  const seen = () => ask.evaluate((words) => words.getBoundingClientRect().top)
  await expect.poll(seen).toBeGreaterThan(0)
  expect(await seen()).toBeLessThan(740)
})

test('what was said can be corrected, and each saying is kept', async () => {
  const page = await open()
  await page.waitForLoadState('networkidle')
  await taken(page).click()
  await page.getByText(/에 드셨어요/).waitFor()
  await page.getByText('고치기').click()
  await page.getByRole('button', { name: '안 먹었어요' }).click()
  await page.getByText('안 드신다고 하셨어요.').waitFor()
  await page.getByRole('button', { name: '답 지우기' }).click()
  await taken(page).waitFor()
  await expect.poll(kinds).toEqual(['taken', 'declined', 'cleared'])
})

test('기억이 안 나요 says to look at the pouch, 나중에 until when', async () => {
  const page = await open()
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: '나중에' }).click()
  await page.getByText('까지 미뤄 두었어요.').waitFor()
  await page.getByText('다른 답').click()
  await page.getByRole('button', { name: '기억이 안 나요' }).click()
  await page.getByText('약봉지를 살펴보세요.').waitFor()
  await expect.poll(kinds).toEqual(['unknown'])
})

test('by keyboard alone: the answer is where the focus goes', async () => {
  const page = await open()
  await page.waitForLoadState('networkidle')
  await taken(page).focus()
  await page.keyboard.press('Enter')
  await page.getByText(/에 드셨어요/).waitFor()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent ?? ''))
    .toContain('드셨어요')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('고치기')
})

test('what the server wrote stands, and answers, while the part that draws doses is on its way', async () => {
  const page = await open({ serviceWorkers: 'block' })
  let letGo = () => undefined as void
  const gate = new Promise<void>((done) => (letGo = done))
  await page.route(/\/assets\/day-with-medicines-/, async (route) => {
    await gate
    await route.continue()
  })
  await page.reload({ waitUntil: 'load' })
  const written = await taken(page).elementHandle()
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await page.waitForTimeout(500)
  expect(await written?.evaluate((button) => button.isConnected)).toBe(true)
  letGo()
  await page.waitForLoadState('networkidle')
  expect(await written?.evaluate((button) => button.isConnected)).toBe(true)
  await taken(page).click()
  await page.getByText(/에 드셨어요/).waitFor()
  await expect.poll(kinds).toEqual(['taken'])
})

test('before that part is there, the same tap is a form that the server answers', async () => {
  const page = await open({ serviceWorkers: 'block' })
  await page.route(/\/assets\/day-with-medicines-/, () => undefined)
  await page.reload({ waitUntil: 'load' })
  await taken(page).click()
  await page.getByText(/에 드셨어요/).waitFor()
  await expect.poll(kinds).toEqual(['taken'])
})

test('without JavaScript: a time not yet come is explained, then taken, then a second is stopped', async () => {
  const page = await open({ javaScriptEnabled: false })
  await page.getByText('다른 답').click()
  await page.getByLabel('드신 시각').fill('')
  await page.getByRole('button', { name: '아까 먹었어요' }).click()
  await page.getByText('시각이 비었어요. 드신 시각을 골라 주세요.').first().waitFor()
  await taken(page).click()
  await page.getByText(/에 드셨어요/).waitFor()
  expect(await kinds()).toEqual(['taken'])
  await page.getByText('고치기').click()
  await page.getByRole('button', { name: '또 먹었어요' }).click()
  await page.getByText('두 번 드시지 마세요.').waitFor()
  await page.getByRole('button', { name: '또 먹었어요' }).click()
  await page.getByText('더 드시지 말고 약사에게 물어보세요.').first().waitFor()
  expect(await kinds()).toEqual(['taken', 'extra'])
})

test.each([true, false])(
  'yesterday’s dose is asked when, and does not stop today’s (script: %s)',
  async (javaScriptEnabled) => {
    const page = await open({ javaScriptEnabled }, { sinceYesterday: true })
    await page.goto('/medication')
    if (javaScriptEnabled) await page.waitForLoadState('networkidle')
    const yesterdays = page.locator('section').filter({ has: page.getByText(/^어제 .* 약$/) })
    await yesterdays.getByRole('button', { name: '먹었어요', exact: true }).click()
    await page.getByText('언제 드셨어요?').waitFor()
    expect(await kinds()).toEqual([])
    // Longer than a finger trembles.
    await page.waitForTimeout(700)
    await page.getByRole('button', { name: '제때 먹었어요' }).click()
    await page
      .getByText(/에 드셨어요/)
      .first()
      .waitFor()
    await taken(page).click()
    await expect.poll(kinds).toEqual(['taken', 'taken'])
    expect(await page.getByText('두 번 드시지 마세요.').count()).toBe(0)
    expect((await answers()).map((one) => one.guard_passed)).toEqual([false, false])
  },
)

test('the trail says taken or not, and points are never given for it', async () => {
  const page = await open()
  await page.waitForLoadState('networkidle')
  await taken(page).click()
  await expect.poll(kinds).toEqual(['taken'])
  const answer = await context.request.get('/me/data')
  const { tables } = (await answer.json()) as { tables: Record<string, { action?: string }[]> }
  expect(tables.audit_logs?.map(({ action }) => action)).toContain('med_check')
  expect(tables.points_ledger).toEqual([])
})
