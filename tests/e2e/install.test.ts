import { devices, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPageBrowser } from './support/browser'
import { startServer, type RunningServer } from './support/server'

let server: RunningServer
let browser: Browser

beforeAll(async () => {
  server = await startServer()
  browser = await openPageBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const hint = (page: Page) => page.getByRole('heading', { name: '곁에를 첫 화면에 꺼내 둘까요?' })

/** So long after the last visit that this one is another. */
const comeBack = async (page: Page) => {
  await page.evaluate(() => {
    const [count] = (localStorage.getItem('gyeote-visits') ?? '').split(' ')
    localStorage.setItem('gyeote-visits', `${count} ${Date.now() - 31 * 60_000}`)
  })
  await page.reload()
}

describe.each([
  ['an Android phone', 'Galaxy S9+', '화면 맨 위 오른쪽에 점 세 개가'],
  ['an iPhone', 'iPhone 12', '화면 맨 아래 가운데에 네모에서 화살표가'],
] as const)('on %s', (_name, device, picture) => {
  test('the way onto the home screen is shown in pictures from the second visit on, until 괜찮아요', async () => {
    const context = await browser.newContext({ ...devices[device], baseURL: server.url })
    const page = await context.newPage()
    // A browser that asks by itself shows no pictures; this one may think it can.
    await page.addInitScript(() =>
      window.addEventListener('beforeinstallprompt', (event) => event.stopImmediatePropagation(), {
        capture: true,
      }),
    )
    await page.goto('/')
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('gyeote-visits')))
      .toMatch(/^1 \d+$/)
    expect(await hint(page).count()).toBe(0)
    // The same visit, as long as it is not half an hour later.
    await page.reload()
    await page.getByRole('link', { name: '배우기' }).waitFor()
    expect(await hint(page).count()).toBe(0)

    await comeBack(page)
    await hint(page).waitFor()
    await page.getByRole('img', { name: picture }).waitFor()
    await page.getByRole('img', { name: "'홈 화면에 추가'라는 줄" }).waitFor()
    await page.getByRole('button', { name: '괜찮아요' }).click()
    await hint(page).waitFor({ state: 'detached' })
    await comeBack(page)
    await page.getByRole('link', { name: '배우기' }).waitFor()
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('gyeote-visits')))
      .toMatch(/^3 \d+$/)
    expect(await hint(page).count()).toBe(0)
    await context.close()
  })
})
