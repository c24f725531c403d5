import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { appErrors, type AppErrorCode } from '../../../app/platform/http/app-errors'
import { openPageBrowser } from '../support/browser'
import { startServer, type RunningServer } from '../support/server'
import { expectNothingOfTheError, expectWordsOf } from './words'

let server: RunningServer
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await startServer()
  browser = await openPageBrowser()
})
afterEach(() => page.context().close())
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function open(): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, serviceWorkers: 'block' })
  page = await context.newPage()
  return page
}

const codes = Object.keys(appErrors) as AppErrorCode[]

describe.each(codes)('%s', (code) => {
  test('is a page in Korean with its status, whether it is opened or come to from another page', async () => {
    await open()
    const answer = await page.goto(`/dev/errors/${code}`)
    expect(answer?.status()).toBe(appErrors[code].status)
    expectNothingOfTheError((await answer?.text()) ?? '')
    await expectWordsOf(page, code)

    await page.goto('/help', { waitUntil: 'networkidle' })
    await page.evaluate(
      (path) =>
        (
          window as unknown as { __remixRouter: { navigate(to: string): Promise<void> } }
        ).__remixRouter.navigate(path),
      `/dev/errors/${code}`,
    )
    await expectWordsOf(page, code)
    await page.getByRole('link', { name: '오늘로 가기' }).click()
    await page.getByRole('link', { name: '배우기' }).waitFor()
  })
})

test.each<[string, AppErrorCode]>([
  ['/no-such-page', 'not_found'],
  ['/dev/errors/constructor', 'not_found'],
  ['/learn/no-such-card', 'unknown_card'],
  ['/me/devices', 'needs_sign_in'],
  ['/me/data', 'needs_sign_in'],
  ['/learn/no-such-card/text', 'unknown_card'],
  ['/learn/text-larger/view', 'bad_input'],
  ['/me/look', 'bad_input'],
  ['/outbox', 'bad_input'],
  ['/assets/no-such-part.js', 'not_found'],
  ['/%E0%A4%A', 'bad_input'],
])('somebody who opens %s reads that it is %s', async (path, code) => {
  await open()
  const answer = await page.goto(path)
  expect(answer?.status()).toBe(appErrors[code].status)
  expectNothingOfTheError((await answer?.text()) ?? '')
  await expectWordsOf(page, code)
  expect(await page.locator('main').evaluate((main) => getComputedStyle(main).maxWidth)).not.toBe(
    'none',
  )
})

/** Sends a form from a page of another origin, as a page that wants to harm would. */
async function sendForm(from: string, to: string, fields: Record<string, string>) {
  await page.goto(from)
  const answered = page.waitForResponse((response) => response.request().isNavigationRequest())
  await page.evaluate(
    ([action, given]) => {
      const form = Object.assign(document.createElement('form'), { method: 'post', action })
      for (const [name, value] of Object.entries(given))
        form.append(Object.assign(document.createElement('input'), { name, value }))
      document.body.append(form)
      form.submit()
    },
    [to, fields] as const,
  )
  return (await answered).status()
}

test('a form from elsewhere is refused in words', async () => {
  await open()
  const status = await sendForm('about:blank', `${server.url}/learn`, { track: 'ai-basics' })
  expect(status).toBe(403)
  await expectWordsOf(page, 'foreign_origin')
})

test('a form that is too large, or that misses something, is refused in words', async () => {
  await open()
  expect(await sendForm('/help', '/learn', { track: 'x'.repeat(256 * 1024) })).toBe(413)
  await expectWordsOf(page, 'too_large')
  expect(await sendForm('/help', '/learn', { track: 'no-such-track' })).toBe(400)
  await expectWordsOf(page, 'bad_input')
})

test('a browser in which everything about the phone fails shows the page of errors, and nothing else', async () => {
  await open()
  await page.addInitScript(() => {
    window.BroadcastChannel = class {
      constructor() {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      }
    } as unknown as typeof BroadcastChannel
  })
  await page.goto('/')
  await expectWordsOf(page, 'unexpected')
})

test('a program is still told in JSON, and a page asked for by a script stays what it is', async () => {
  await open()
  const ask = (path: string, init?: RequestInit) => fetch(server.url + path, init)
  const data = await ask('/me/data')
  expect([data.status, await data.json()]).toEqual([401, { code: 'needs_sign_in' }])
  const write = await ask('/outbox', { method: 'POST', headers: { Origin: 'https://a.example' } })
  expect([write.status, await write.json()]).toEqual([403, { v: 1, error: 'foreign_origin' }])
})
