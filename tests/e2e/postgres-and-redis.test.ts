import { randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair } from 'jose'
import { Redis } from 'ioredis'
import pg from 'pg'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  announceMissingServices,
  findPostgresBin,
  findRedisServer,
} from '../support/installed-programs'
import { createDatabase, startPostgres } from '../support/postgres'
import { startRedis, type TestRedis } from '../support/redis'
import { openNetwork } from './offline/network'
import { takePhone, visit as visitKeeping } from './offline/phone'
import { openBrowser } from './support/browser'
import { finishTodaysCard, signIn } from './support/deeds'
import { startServer, type RunningServer } from './support/server'

/** The few journeys that must also hold on services outgrown: two processes on one PostgreSQL and one Redis. */

// Loud on a laptop that lacks them; with CI=true the file fails.
announceMissingServices()
const installed = findPostgresBin() !== null && findRedisServer() !== null

describe.skipIf(!installed)('two processes on PostgreSQL and Redis', () => {
  let redis: TestRedis
  let owner: pg.Client
  let servers: RunningServer[] = []
  let browser: Browser
  const cleanUps: (() => Promise<unknown>)[] = []

  beforeAll(async () => {
    const [postgres, startedRedis] = await Promise.all([startPostgres(), startRedis()])
    cleanUps.push(
      () => postgres.stop(),
      () => startedRedis.stop(),
    )
    redis = startedRedis
    const database = await createDatabase(postgres.address, { empty: true })
    const { privateKey } = await generateKeyPair('ES256', { extractable: true })
    const env = {
      DATABASE_URL: database.appUrl,
      MIGRATION_DATABASE_URL: database.ownerUrl,
      REDIS_URL: redis.url,
      VAPID_PRIVATE_KEY: randomBytes(32).toString('base64url'),
      AUTH_SIGNING_KEY: JSON.stringify(await exportJWK(privateKey)),
    }
    // Both at once, as a deploy starts them: one migrates and makes the demo people, the other waits.
    servers = await Promise.all([startServer({ env }), startServer({ env })])
    cleanUps.push(...servers.map((server) => () => server.stop()))
    owner = new pg.Client({ connectionString: database.ownerUrl })
    await owner.connect()
    cleanUps.push(() => owner.end())
    browser = await openBrowser()
    cleanUps.push(() => browser.close())
  })
  afterAll(async () => {
    for (const cleanUp of cleanUps.reverse()) await cleanUp()
  })

  const url = (process: 0 | 1) => servers[process]?.url ?? ''
  const visit = async (process: 0 | 1): Promise<Page> =>
    (await browser.newContext({ baseURL: url(process) })).newPage()
  /** Whether this browser's session counts in that process: the status of its data. */
  const askedAt = async (process: 0 | 1, cookies: { name: string; value: string }[]) => {
    const Cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    return (await fetch(`${url(process)}/me/data`, { headers: { Cookie } })).status
  }
  const numberOf = async (rows: string) =>
    (await owner.query<{ n: number }>(`select count(*)::int as n from gyeote.${rows}`)).rows[0]?.n
  const realPeople = 'people where not is_demo'
  const completions = `card_completions where person_id in (select id from gyeote.${realPeople})`
  const points = `points_ledger where person_id in (select id from gyeote.${realPeople})`

  test('the first visit reads a card, and leaves nothing behind', async () => {
    const page = await visit(0)
    await page.goto('/')
    await page.getByRole('link', { name: '배우기' }).click()
    await page.getByRole('heading', { name: '이렇게 해요' }).waitFor()
    expect(await page.context().cookies()).toEqual([])
    expect(await numberOf(realPeople)).toBe(0)
    await page.context().close()
  })

  test('a card answered twice counts once', async () => {
    const page = await visit(0)
    await finishTodaysCard(page)
    await page.goto('/')
    await page.getByText('함께한 날 1일').waitFor()
    expect(await numberOf(completions)).toBe(1)
    expect(await numberOf(points)).toBe(1)
    await page.context().close()
  })

  test('a number tied in one process opens the same history in the other', async () => {
    const phone = await visit(0)
    await finishTodaysCard(phone)
    await signIn(phone, '010-2222-3333')
    expect(await askedAt(1, await phone.context().cookies())).toBe(200)
    const other = await visit(1)
    await signIn(other, '010-2222-3333')
    await other.getByText('함께한 날 1일').waitFor()
    expect(await numberOf(`${realPeople} and not anonymous`)).toBe(1)
    const store = new Redis(redis.url)
    const counted = await store.keys('gyeote:limit:codePerPhone*')
    store.disconnect()
    expect(counted).toHaveLength(1)
    await phone.context().close()
    await other.context().close()
  })

  test('a card finished without a network counts once, in whichever process comes back', async () => {
    const before = (await numberOf(completions)) ?? 0
    const network = await openNetwork(url(0))
    const phone = await takePhone(browser, network)
    await (await visitKeeping(phone)).close()
    network.feel('dead')
    const page = await phone.newPage()
    await page.goto('/learn/text-larger')
    await page.getByRole('button', { name: '설정에서 글자를 키워요' }).click()
    await page.getByText('휴대폰에 적어 두었어요').first().waitFor()
    network.leadTo(url(1))
    network.feel('well')
    await expect.poll(() => numberOf(completions)).toBe(before + 1)
    await page.getByText('휴대폰에 적어 두었어요').first().waitFor({ state: 'detached' })
    expect(await numberOf(completions)).toBe(before + 1)
    await phone.close()
    await network.close()
  })

  test('who signs out is out in every process, whatever the cookies say', async () => {
    const page = await visit(0)
    await finishTodaysCard(page)
    const cookies = await page.context().cookies()
    await page.goto('/me/sign-out')
    await page.getByRole('button', { name: '나가기' }).click()
    await page.waitForURL((address) => address.pathname === '/')
    expect(await page.context().cookies()).toEqual([])
    expect(await askedAt(1, cookies)).toBe(401)
    await page.context().close()
  })
})
