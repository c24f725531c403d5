import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findPostgresBin } from '../../support/installed-programs'
import { createDatabase, runAt, startPostgres, type TestPostgres } from '../../support/postgres'
import { openPageBrowser } from '../support/browser'
import { startServer, type RunningServer } from '../support/server'
import { expectNothingOfTheError, expectWordsOf } from './words'

/** Faults in the database of the built app, since nothing in the app itself throws on demand. */
describe.skipIf(!findPostgresBin())('what nobody foresaw', () => {
  let postgres: TestPostgres
  let owner: string
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    postgres = await startPostgres()
    const { appUrl, ownerUrl } = await createDatabase(postgres.address)
    owner = ownerUrl
    // A card that no page can show.
    await runAt(
      owner,
      `create function gyeote.spoil() returns trigger language plpgsql as $$ begin
         if new.id = 'voice-message' then new.content = new.content || '{"task": null}'; end if;
         return new; end $$;
       create trigger spoil before insert or update on gyeote.cards
         for each row execute function gyeote.spoil()`,
    )
    server = await startServer({ env: { DATABASE_URL: appUrl, MIGRATION_DATABASE_URL: ownerUrl } })
    browser = await openPageBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await postgres?.stop()
  })

  async function open(): Promise<Page> {
    const context = await browser.newContext({ baseURL: server.url, serviceWorkers: 'block' })
    return context.newPage()
  }

  async function signIn(page: Page): Promise<void> {
    await page.goto('/sign-in')
    await page.getByRole('button', { name: '박영호' }).click()
    await page.waitForURL((url) => url.pathname !== '/sign-in')
  }

  /** The `error` lines that were logged meanwhile; each says nothing of anybody. */
  async function logged(during: () => Promise<void>) {
    const before = server.output().length
    await during()
    const written = () => server.output().slice(before)
    await expect.poll(written).toContain('"event":"error"')
    // Not digits by chance: a port, or where in the build something stands.
    expect(written()).not.toMatch(/김순자|1234-5678|\D12345678|01012345678/)
    const lines = written().trim().split('\n')
    return lines.map((line) => JSON.parse(line) as Record<string, string>)
  }

  test('in a loader', async () => {
    const page = await open()
    await signIn(page)
    await runAt(owner, 'revoke select on gyeote.devices from authenticated')
    const [error] = await logged(async () => {
      const answer = await page.goto('/me/devices')
      expect(answer?.status()).toBe(500)
      expectNothingOfTheError((await answer?.text()) ?? '')
      await expectWordsOf(page, 'unexpected')
      await page.goto('/me', { waitUntil: 'networkidle' })
      await page.locator('a[href="/me/devices"]').click()
      await expectWordsOf(page, 'unexpected')
    })
    expect(error).toMatchObject({ event: 'error', message: 'permission denied for table devices' })
    expect(error?.stack_trace).toMatch(/\bat .*:\d+/)
    await runAt(owner, 'grant select on gyeote.devices to authenticated')
    await page.reload()
    await page.getByText('지금 쓰시는').first().waitFor()
    await page.context().close()
  })

  test('in an action', async () => {
    const page = await open()
    await runAt(
      owner,
      `create or replace function gyeote.claim_command(command uuid, command_type text) returns jsonb
         language plpgsql as $$ begin raise exception '김순자 010-1234-5678 is no "김순자"'; end $$`,
    )
    const [error] = await logged(async () => {
      const larger = { name: 'look', value: '200_dark_0.9', url: server.url }
      await page.context().addCookies([larger])
      await page.goto('/help')
      const answered = page.waitForResponse((response) => response.request().method() === 'POST')
      await page.evaluate(() => {
        document.body.innerHTML = '<form method="post" action="/learn"><input name="track"></form>'
        const form = document.querySelector('form')
        form?.querySelector('input')?.setAttribute('value', 'ai-basics')
        form?.submit()
      })
      const answer = await answered
      expect(answer.status()).toBe(500)
      expectNothingOfTheError(await answer.text())
      await expectWordsOf(page, 'unexpected')
      expect(await page.locator('html').getAttribute('data-text')).toBe('200')
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
      await page.getByRole('link', { name: '도움' }).first().click()
      await page.waitForURL('**/help')
    })
    expect(error?.message).toBe('[words][number] is no [value]')
    await page.context().close()
  })

  test('while a page is rendered, on the server and in the browser', async () => {
    const page = await open()
    await logged(async () => {
      const answer = await page.goto('/learn/voice-message')
      expect(answer?.status()).toBe(500)
      expectNothingOfTheError((await answer?.text()) ?? '')
      await expectWordsOf(page, 'unexpected')
    })
    await page.goto('/learn', { waitUntil: 'networkidle' })
    const track = page.getByRole('region', { name: '카카오톡과 사진' })
    await track.getByText('카드 모두 보기').click()
    await track.locator('a[href="/learn/voice-message"]').click()
    await expectWordsOf(page, 'unexpected')
    await page.context().close()
  })

  test('when the database is away', async () => {
    const page = await open()
    await signIn(page)
    await postgres.stop()
    await logged(async () => {
      const answer = await page.goto('/me/devices')
      expect(answer?.status()).toBe(500)
      expectNothingOfTheError((await answer?.text()) ?? '')
      await expectWordsOf(page, 'unexpected')
      // For twenty seconds the process believes in a session it has just checked.
      await expect
        .poll(async () => (await page.goto('/me/devices'))?.status(), { timeout: 60_000 })
        .toBe(503)
      expectNothingOfTheError(await page.content())
      await expectWordsOf(page, 'unavailable')
    })
    await page.context().close()
  })
})
