import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { receiptFor } from '~/features/reminders/sending/push-tokens.server'
import { vapidKeysFrom } from '~/platform/push/vapid-keys.server'
import { startPushService, type PushService } from '../support/push-server'
import { givePushService } from './reminders/push-browser'
import { openBrowser } from './support/browser'
import { checkLooks } from './support/family-steps'
import { startServer, type RunningServer } from './support/server'

let server: RunningServer
let browser: Browser
let service: PushService
let context: BrowserContext

beforeAll(async () => {
  service = await startPushService()
  server = await startServer({ env: { PUSH_TEST_HOSTS: service.host } })
  browser = await openBrowser()
})
afterEach(() => context?.close())
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await service?.stop()
})

async function daughter(): Promise<Page> {
  context = await browser.newContext({ baseURL: server.url, locale: 'ko-KR' })
  await givePushService(context, server.url, service.addPhone())
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: '김미영' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  return page
}

const onCard = (page: Page) => page.getByText('일요일 저녁 7시에 한 주 소식을 보내 드려요.')

test('the week is read, asked for by e-mail with a code, and ended in one tap', async () => {
  const page = await daughter()
  await page.goto('/family')
  await page.getByRole('link', { name: '한 주 소식 보고 켜기' }).click()
  await page
    .getByText(/^약 드실 때/)
    .first()
    .waitFor()
  await page.getByLabel('이메일 주소').fill('mi-young')
  await page.getByRole('button', { name: '이메일로 받기' }).click()
  await page.getByText('이 주소로는 보낼 수 없어요.').first().waitFor()
  expect(await page.getByLabel('이메일 주소').inputValue()).toBe('mi-young')
  await page.getByLabel('이메일 주소').fill('mi-young@example.com')
  await page.getByRole('button', { name: '이메일로 받기' }).click()
  await page.getByText('mi-young@example.com로 숫자를 보냈어요.').waitFor()
  await checkLooks(page, server.url, false)
  expect(await onCard(page).count()).toBe(0)

  const inbox = await context.newPage()
  await inbox.goto('/dev/inbox')
  const mail = await inbox
    .getByText(/이 숫자를 넣어 주세요: \d{6}/)
    .first()
    .innerText()
  await inbox.close()
  await page.getByLabel('메일로 온 여섯 자리').fill(/\d{6}/.exec(mail)?.[0] ?? '')
  await page.getByRole('button', { name: '확인하기' }).click()
  await onCard(page).waitFor()
  await page.goto('/family')
  await page.getByText('mi-young@example.com').waitFor()
  await page.getByRole('button', { name: '그만 받기' }).click()
  await page.getByText('언제든 한 번에 끌 수 있어요.').waitFor()
  expect(await onCard(page).count()).toBe(0)
  expect(server.output()).not.toContain('mi-young')
})

test('by push on this phone, after the browser’s own question', async () => {
  const page = await daughter()
  await page.goto('/family/week')
  await page.getByRole('button', { name: '휴대폰 알림으로 받기' }).click()
  await onCard(page).waitFor({ timeout: 30_000 })
  await page.getByText('휴대폰 알림으로 가요.').waitFor()
  await checkLooks(page, server.url)
  await page.getByRole('button', { name: '그만 받기' }).click()
  await onCard(page).waitFor({ state: 'detached' })
})

test('the link of an e-mail ends it by one tap, and a mailbox by one POST, without a session', async () => {
  const { privateKey } = JSON.parse(
    readFileSync(join(server.dataDir, 'vapid-keys.json'), 'utf8'),
  ) as { privateKey: string }
  const token = receiptFor(vapidKeysFrom(privateKey).secretFor('weekly'), randomUUID())
  context = await browser.newContext({ baseURL: server.url, locale: 'ko-KR' })
  const page = await context.newPage()
  await page.goto(`/family/stop/${token}`)
  await checkLooks(page, server.url)
  await page.getByRole('button', { name: '그만 받기' }).click()
  await page.getByText('이제 보내지 않아요.').waitFor()

  const post = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    })
  expect((await post(`/family/stop/${token}`)).status).toBe(200)
  const fromElsewhere = { Origin: 'https://mail.example' }
  expect((await post(`/family/stop/${token}`, fromElsewhere)).status).toBe(200)
  expect((await post(`/family/stop/${'x'.repeat(43)}`)).status).toBe(404)
  expect((await post('/family/stop/no-such-token')).status).toBe(403)
  expect((await post('/family/week')).status).toBe(403)
})
