import { v7 as newId } from 'uuid'
import type { Browser, BrowserContext } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openPageBrowser } from './support/browser'
import { consent, facts, send, todayInSeoul } from './support/medicines'
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

test('a second tap of a trembling finger writes nothing, past a warning neither', async () => {
  context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 360, height: 740 },
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
  })
  const page = await context.newPage()
  const courseId = newId()
  const day = todayInSeoul()
  const course = {
    id: courseId,
    kind: 'as_needed' as const,
    label: '두통약',
    trackedFrom: day * 1440,
    endsWithPack: false,
  }
  const version = {
    id: newId(),
    courseId,
    baseId: null,
    fromOn: day,
    lastOn: null,
    rule: { kind: 'daily' as const },
    slots: [],
    meal: null,
    minGapMin: null,
    max24h: 2,
    amount: null,
    unit: '알',
    label: null,
    instruction: null,
  }
  await send(context, server.url, [
    consent,
    facts({ courses: [course], courseVersions: [version] }),
  ])
  await page.goto('/medication')
  await page.waitForLoadState('networkidle')
  const needed = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: '두통약' }) })
    .last()
  const intakes = async () => {
    const { tables } = (await (await context.request.get('/me/data')).json()) as {
      tables: { intakes: unknown[] }
    }
    return tables.intakes.length
  }
  const twice = async (name: string) => {
    const button = needed.getByRole('button', { name, exact: true })
    await button.click()
    await page.waitForTimeout(250)
    if (await button.isVisible()) await button.click()
    await page.waitForTimeout(700)
  }
  await twice('먹었어요')
  await expect.poll(intakes).toBe(1)
  await needed.getByText('이번이 하루에 드실 수 있는 마지막이에요.').waitFor()
  await twice('먹었어요')
  await needed.getByText('그래도 드셨어요?').click()
  await twice('네, 먹었어요')
  await expect.poll(intakes).toBe(3)
  expect(await needed.getByRole('button', { name: '네, 먹었어요' }).isVisible()).toBe(false)
})
