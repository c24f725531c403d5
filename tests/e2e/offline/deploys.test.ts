import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { endChild, waitUntil } from '../../support/child-process'
import { findFreePort } from '../../support/free-port'
import { openBrowser } from '../support/browser'
import { startServer, type RunningServer } from '../support/server'
import { openNetwork, type Network } from './network'
import { takePhone, visit } from './phone'
import { makeSecondBuild, type SecondBuild } from './second-build'

let browser: Browser
let before: RunningServer
let second: SecondBuild
let network: Network
let phone: BrowserContext
const running: { child: ChildProcess; dataDir: string }[] = []

beforeAll(async () => {
  before = await startServer()
  second = makeSecondBuild()
  browser = await openBrowser()
})
beforeEach(async () => {
  network = await openNetwork(before.url)
  phone = await takePhone(browser, network)
})
afterEach(async () => {
  await phone.close()
  await network.close()
})
afterAll(async () => {
  await browser?.close()
  for (const { child, dataDir } of running) {
    await endChild(child, 'SIGTERM')
    rmSync(dataDir, { recursive: true, force: true })
  }
  await before?.stop()
  second?.remove()
})

/** A server of some build with data of its own; these tests do not look at data. */
async function serve(dir: string, env: Record<string, string> = {}): Promise<string> {
  const port = await findFreePort()
  const dataDir = mkdtempSync(join(tmpdir(), 'gyeote-deploy-'))
  const child = spawn(process.execPath, ['tools/start.mjs'], {
    cwd: dir,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      PORT: String(port),
      DATA_DIR: dataDir,
      ...env,
    },
    stdio: 'ignore',
  })
  running.push({ child, dataDir })
  const url = `http://localhost:${port}`
  await waitUntil(
    async () => (await fetch(`${url}/readyz`).catch(() => null))?.ok ?? false,
    url,
    120_000,
  )
  return url
}

let afterDeploy: Promise<string> | undefined
const deploy = async () => network.leadTo(await (afterDeploy ??= serve(second.dir)))

const today = (page: Page) => page.getByRole('link', { name: '배우기' })
const builds = (page: Page) =>
  page.evaluate(async () =>
    (await caches.keys()).filter((name) => name.startsWith('shells-')).sort(),
  )
/** True when the page runs the second build; React drops the preload links, so the manifest tells. */
const isSecond = (page: Page) =>
  page.evaluate(
    () =>
      (
        window as { __remixManifest?: { entry: { module: string } } }
      ).__remixManifest?.entry.module.endsWith('2.js') ?? false,
  )
const lookForUpdate = (page: Page) =>
  page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
const hasWaiting = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null)

test('an open page of the last version goes on, and the new one is offered and then works offline', async () => {
  const page = await visit(phone)
  const other = await phone.newPage()
  await other.goto('/')
  await today(other).waitFor()
  await deploy()
  await lookForUpdate(page)
  await expect.poll(() => hasWaiting(page), { timeout: 30_000 }).toBe(true)
  expect(await builds(page)).toHaveLength(2)

  // Parts that this page has not loaded yet exist on no server any more, only on the phone.
  await page.getByRole('link', { name: '배움', exact: true }).click()
  await page.getByRole('heading', { name: '사기 막기' }).first().waitFor()
  await page.getByRole('link', { name: '도움' }).first().click()
  await page.waitForURL('**/help')
  expect(await isSecond(page)).toBe(false)

  await page.getByRole('button', { name: '새것으로 바꾸기' }).click()
  await expect.poll(() => isSecond(page).catch(() => false), { timeout: 30_000 }).toBe(true)
  // The other tab still runs the last version, whose parts only the phone has; not by luck of its cache.
  await (await phone.newCDPSession(other)).send('Network.clearBrowserCache')
  await other.getByRole('link', { name: '배움', exact: true }).click()
  await other.getByRole('heading', { name: '사기 막기' }).first().waitFor()
  expect(await isSecond(other)).toBe(false)

  network.feel('dead')
  await page.goto('/')
  await today(page).waitFor()
  expect(await isSecond(page)).toBe(true)
  await today(page).click()
  await page.getByRole('heading', { name: '이렇게 해요' }).waitFor()
})

test('nothing is offered while something waits to be sent', async () => {
  const page = await visit(phone)
  network.feel('dead')
  await page.goto('/learn/text-larger')
  await page.locator('#quiz button[name="answer"]').first().click()
  await page.getByText('휴대폰에 적어 두었어요').first().waitFor()
  await deploy()
  // For the worker too, which sends by itself.
  network.feel('downward')
  await lookForUpdate(page)
  await expect.poll(() => hasWaiting(page), { timeout: 30_000 }).toBe(true)
  await page.getByText('휴대폰에 적어 두었어요').first().waitFor()
  await page.waitForTimeout(1_500)
  expect(await page.getByRole('button', { name: '새것으로 바꾸기' }).count()).toBe(0)
  network.feel('well')
  await page.getByRole('button', { name: '새것으로 바꾸기' }).waitFor()
})

test('a deploy that is gone again at once strands nobody', async () => {
  const page = await visit(phone)
  await deploy()
  await lookForUpdate(page)
  await expect.poll(() => hasWaiting(page), { timeout: 30_000 }).toBe(true)
  await page.close()
  network.feel('dead')
  const later = await phone.newPage()
  await later.goto('/')
  await today(later).waitFor()
  await later.reload()
  await today(later).click()
  await later.getByRole('heading', { name: '이렇게 해요' }).waitFor()
})

test('without a worker a part that is gone loads the document anew, once', async () => {
  await phone.close()
  phone = await takePhone(browser, network, { serviceWorkers: 'block' })
  const page = await phone.newPage()
  await page.goto('/')
  await today(page).waitFor()
  await deploy()
  let loads = 0
  page.on('domcontentloaded', () => (loads += 1))
  await page.getByRole('link', { name: '배움', exact: true }).click()
  await expect.poll(() => isSecond(page).catch(() => false), { timeout: 30_000 }).toBe(true)
  await page.getByRole('link', { name: '배움', exact: true }).click()
  await page.getByRole('heading', { name: '사기 막기' }).first().waitFor()
  expect(loads).toBe(1)
})

test('a bad worker is retired: it goes with what it stored, the deeds stay, and pages load once', async () => {
  const page = await visit(phone)
  network.feel('dead')
  await page.goto('/learn/text-larger')
  await page.locator('#quiz button[name="answer"]').first().click()
  await page.getByText('휴대폰에 적어 두었어요').first().waitFor()
  network.leadTo(await serve('.', { SERVICE_WORKER: 'retired' }))
  await phone.route('**/outbox', (route) => route.abort())
  network.feel('well')
  let loads = 0
  page.on('domcontentloaded', () => (loads += 1))
  await lookForUpdate(page).catch(() => undefined)
  await expect.poll(() => builds(page).catch(() => ['loading']), { timeout: 30_000 }).toEqual([])
  await page.waitForTimeout(3_000)
  expect(loads).toBeLessThanOrEqual(1)
  await page.getByText('휴대폰에 적어 두었어요').first().waitFor()
})
