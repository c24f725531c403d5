import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPglite } from '~/platform/database/open-pglite.server'
import { ownerBehind } from '../support/databases'
import { openBrowser } from './support/browser'
import { newestCode } from './support/deeds'
import { checkLooks } from './support/family-steps'
import { startServer, type RunningServer } from './support/server'

const phones = { mine: '010-3333-0001', strangers: '010-3333-0002', held: '010-3333-0003' }
let dataDir: string
let server: RunningServer
let browser: Browser

/** Two accounts with a name, whose last day was long ago when the server starts again. */
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'gyeote-recycled-'))
  browser = await openBrowser()
  server = await startServer({ dataDir })
  for (const number of Object.values(phones)) {
    const page = await visit()
    await enterCode(page, number)
    await page.waitForURL(`${server.url}/`)
    await page.goto('/me')
    await page.getByLabel('부를 이름').fill('김순자')
    await page.getByRole('button', { name: '이름 적기' }).click()
    await page.getByText('이름을 적어 두었어요').waitFor()
    await page.context().close()
  }
  await server.stop()
  const db = await openPglite({ dataDir, projectDir: process.cwd() })
  await ownerBehind(db).run(
    'update gyeote.people set last_active_on = last_active_on - 60 where not is_demo',
  )
  await db.close()
  server = await startServer({ dataDir })
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function visit(): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url })
  return context.newPage()
}

async function enterCode(page: Page, number: string) {
  await page.goto('/sign-in')
  await page.getByLabel('전화번호').fill(number)
  await page.getByRole('button', { name: '인증번호 받기' }).click()
  await page.getByLabel('인증번호 여섯 자리').fill(await newestCode(page))
  await page.getByRole('button', { name: '확인하기' }).click()
}

const question = (page: Page) => page.getByRole('heading', { name: '이 이름이 맞으세요?' })
const exported = (page: Page) => page.context().request.get('/me/data')

test('a stranger sees a masked name only, says 「아니요」, and begins anew', async () => {
  const page = await visit()
  await page.goto('/')
  await page.getByRole('link', { name: '배우기' }).click()
  const sent = page.waitForResponse('**/outbox')
  await page.getByRole('button', { name: '설정에서 글자를 키워요' }).click()
  await page.getByText('10점을 모았어요').waitFor()
  expect((await sent).status()).toBe(200)

  await enterCode(page, phones.strangers)
  await question(page).waitFor()
  await page.getByText('김○자').waitFor()
  expect(await page.getByRole('main').getByRole('button').count()).toBe(2)
  await page.getByText('이 휴대폰에 적어 두신 것은 그 뒤에 옮겨 드려요.').waitFor()
  await page.getByRole('link', { name: '나중에 답하기' }).waitFor()
  await checkLooks(page, server.url)
  await question(page).waitFor()
  // Leaving the question shows this phone's own things, and sign-in leads back to it.
  await page.goto('/me')
  expect(await page.content()).not.toContain('김순자')
  expect(await (await exported(page)).text()).not.toContain('김순자')
  await page.goto('/sign-in')
  await question(page).waitFor()
  await page.goto('/')
  await page.goBack()
  await question(page).waitFor()
  const otherTab = await page.context().newPage()
  await otherTab.goto('/sign-in/name')
  await question(otherTab).waitFor()

  await page.getByRole('button', { name: '아니요' }).dblclick()
  await page.waitForURL(`${server.url}/`)
  await page.getByText('함께한 날 1일').waitFor()
  expect(await (await exported(page)).text()).not.toContain('김순자')
  await otherTab.getByRole('button', { name: '네, 맞아요' }).click()
  await otherTab.waitForURL(`${server.url}/me`)
  await otherTab.getByText('010-3333-0002').waitFor()
  expect(await otherTab.getByLabel('부를 이름').inputValue()).toBe('')
  await page.context().close()
})

test('whoever comes back says 「네」 and finds everything, also without JavaScript', async () => {
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false })
  const page = await context.newPage()
  await enterCode(page, phones.mine)
  await question(page).waitFor()
  expect((await exported(page)).status()).toBe(401)
  await page.getByRole('button', { name: '네, 맞아요' }).click()
  await page.waitForURL(`${server.url}/`)
  await page.goto('/me')
  await page.getByText('010-3333-0001').waitFor()
  await page.getByText(/\d+월 \d+일부터 다 쓰실 수 있어요\./).waitFor()
  expect(await page.getByLabel('부를 이름').count()).toBe(0)
  await context.close()
})

test('until a week is over nothing is changed that the person relies on, and each page says so', async () => {
  const page = await visit()
  await enterCode(page, phones.held)
  await page.getByRole('button', { name: '네, 맞아요' }).click()
  await page.waitForURL(`${server.url}/`)
  await page.goto('/medication')
  await page.getByText('약을 잠시 가려 두었어요.').waitFor()
  await page.getByText(/적어 두신 약은 그대로 있고, \d+월 \d+일에 다시 보여요\./).waitFor()
  await page.goto('/medication/new')
  await page.waitForURL(`${server.url}/medication`)
  await page.getByText('그동안은 약봉지를 보고 드세요.').waitFor()
  await checkLooks(page, server.url)
  await page.goto('/reminders')
  await page.getByText(/\d+월 \d+일부터 켤 수 있어요\./).waitFor()
  await page.getByText('휴대폰 시계에 알람을 맞춰 두세요.').waitFor()
  // Nothing is offered that brings no reminder.
  expect(await page.getByRole('main').getByRole('button').count()).toBe(0)
  expect(await page.getByRole('radio').count()).toBe(0)
  await checkLooks(page, server.url)
  for (const path of ['waiting', 'links']) {
    await page.goto(`/me/family/${path}/00000000-0000-4000-8000-000000000000`)
    await page.waitForURL(`${server.url}/me/family`)
    await page.getByText('일주일이 지나면 가족이 여기에 보여요.').waitFor()
  }
  await page.goto('/me/delete')
  await page.getByText(/\d+월 \d+일부터 다 쓰실 수 있어요\./).waitFor()
  expect(await page.getByRole('button', { name: '계정 지우기' }).count()).toBe(0)
  await checkLooks(page, server.url)
  await page.context().close()
})
