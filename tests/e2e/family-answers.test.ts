import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPglite } from '~/platform/database/open-pglite.server'
import { ownerBehind } from '../support/databases'
import { openBrowser } from './support/browser'
import { signIn } from './support/deeds'
import { askFor, checkLooks, choose, photographCode } from './support/family-steps'
import { startServer, type RunningServer } from './support/server'

const numbers = { senior: '010-3444-0001', daughter: '010-3444-0002' }
let dataDir: string
let server: RunningServer
let browser: Browser
let page: Page
let theirs: Page

/** A senior and her daughter, who sees and helps; and seven months in which nobody asked again. */
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'gyeote-answers-'))
  browser = await openBrowser()
  server = await startServer({ dataDir })
  const [baseURL, port] = [server.url, Number(new URL(server.url).port)]
  const viewport = { width: 360, height: 740 }
  page = await (await browser.newContext({ baseURL, viewport })).newPage()
  theirs = await (await browser.newContext({ baseURL, viewport })).newPage()
  await signIn(page, numbers.senior)
  await signIn(theirs, numbers.daughter)
  await askFor(theirs, numbers.senior)
  await page.goto('/me/family')
  await page.getByRole('link', { name: '보고 답하기' }).click()
  await choose(page, '약과 배움', '도와주기')
  await server.stop()
  const db = await openPglite({ dataDir, projectDir: process.cwd() })
  await ownerBehind(db).run(
    `update gyeote.consents set created_at = created_at - interval '7 months' where link_id is not null`,
  )
  await db.close()
  server = await startServer({ dataDir, port })
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('a senior who was not there when the half year ended gives the same once more, under all its words', async () => {
  await theirs.goto('/family')
  await theirs.getByText('보여 주시는 것은 없어요.').waitFor()
  expect(await theirs.getByText('물어본 번호').count()).toBe(0)
  await page.goto('/me/family')
  await page.getByText('보이는 것: 안 보여 드려요').waitFor()
  await page.getByText('지난번에 고르신 것').waitFor()
  await page.getByText('오늘과 어제 약을 드셨는지 보여요.').waitFor()
  await checkLooks(page, server.url)
  await page.getByRole('button', { name: '보여 줄게요' }).click()
  await page.getByText('보이는 것: 오늘 약, 배움').waitFor()
  await page.getByText('지난번에 고르신 것').waitFor({ state: 'detached' })
  await theirs.reload()
  await theirs.getByText('보여 주시는 것은 없어요.').waitFor({ state: 'detached' })
})

test('whoever is linked and is asked about once more is said to be, and an answer that is late as well', async () => {
  await page.goto('/me/family/invite')
  await page.getByRole('button', { name: '그림 열기' }).click()
  await theirs.goto(await photographCode(page))
  await theirs.getByLabel('내 이름').fill('김미영')
  await theirs.getByRole('button', { name: '부모님께 알리기' }).click()
  await page.getByRole('heading', { name: '이미 이어진 분이에요.' }).waitFor({ timeout: 30_000 })
  await page.getByText('바로 시작해요.', { exact: false }).waitFor()
  await checkLooks(page, server.url)

  const late = await page.context().newPage()
  await late.goto(page.url())
  await page.getByRole('button', { name: '아니요' }).click()
  await page.getByText('보이는 것: 오늘 약, 배움').waitFor()
  await choose(late, '오늘 약만')
  await late.getByText('벌써 답하셨거나 시간이 지난 물음이에요.').waitFor()
  await late.getByText('보이는 것: 오늘 약, 배움').waitFor()
  await checkLooks(late, server.url)
})
