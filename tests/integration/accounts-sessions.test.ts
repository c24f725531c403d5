import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { sql } from 'kysely'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { createSession } from '~/platform/session/create-session.server'
import { readTokens } from '~/platform/session/session-cookies.server'
import { newPhone, openWorld, signIn, type Browser, type World } from './accounts-world'

const hour = 60

describeOnEachDatabase('sessions', (open) => {
  describe.each(['in this process', 'over HTTP'] as const)('%s', (transport) => {
    let opened: TestDatabase
    let world: World

    beforeAll(async () => {
      opened = await open()
      // The Supabase client looks at the clock of the machine: to it, every token here is long over.
      world = await openWorld(opened, transport, new Date(Date.now() - 30 * 24 * hour * 60_000))
    })
    afterAll(async () => {
      await world.close()
      await opened.close()
    })
    beforeEach(() => {
      world.feel('well')
      world.passMinutes(1)
      world.calls.length = 0
    })

    const begun = async (userAgent?: string) => {
      const browser = world.browser({ userAgent })
      const viewer = await (await browser.ask()).begin()
      return { browser, viewer }
    }
    const tokensOf = (browser: Browser) =>
      readTokens([...browser.jar].map(([name, value]) => ({ name, value })))
    const count = async (table: string) =>
      Number((await world.owner.query<{ n: number }>(`select count(*) as n from ${table}`))[0]?.n)

    test('a visitor who only reads makes no client, no call and no row', async () => {
      const before = [await count('auth.users'), await count('gyeote.people')]
      const browser = world.browser()
      expect((await browser.ask()).viewer).toBeNull()
      expect(world.calls).toEqual([])
      expect(browser.setCookies).toEqual([])
      expect([await count('auth.users'), await count('gyeote.people')]).toEqual(before)
    })

    test('the first action begins an anonymous session with a person and a device', async () => {
      const { browser, viewer } = await begun('Mozilla/5.0 (iPhone; CPU) Version/18.0 Safari/604')
      expect(viewer).toMatchObject({ anonymous: true, phone: null })
      const again = await browser.ask()
      expect(again.viewer).toEqual(viewer)
      expect(await again.begin()).toEqual(viewer)
      expect(
        await world.owner.query('select label from gyeote.devices where session_id = $1', [
          viewer.sessionId,
        ]),
      ).toEqual([{ label: '아이폰 · 사파리' }])
      const [cookie = ''] = browser.setCookies
      expect(cookie).toMatch(/^gyeote-session=.*Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/)
      expect(browser.headers.get('Cache-Control')).toContain('no-store')
    })

    test('cookies are Secure when people come by https', async () => {
      const env = { ...world.parts.env, PUBLIC_URL: 'https://example.kr' }
      const browser = (await openWorldBrowser({ ...world, parts: { ...world.parts, env } })).browser
      expect(browser.setCookies[0]).toContain('; Secure')
    })

    test('an access token says who, for an hour, signed with a key of the published set', async () => {
      const { browser, viewer } = await begun()
      const { accessToken = '' } = tokensOf(browser) ?? {}
      expect(decodeProtectedHeader(accessToken)).toMatchObject({ alg: 'ES256' })
      const claims = decodeJwt(accessToken)
      expect(claims).toMatchObject({
        sub: viewer.personId,
        session_id: viewer.sessionId,
        role: 'authenticated',
        aal: 'aal1',
        is_anonymous: true,
      })
      expect(Number(claims.exp) - Number(claims.iat)).toBe(3_600)
    })

    test('a valid session costs no call to the auth server', async () => {
      const { browser } = await begun()
      world.calls.length = 0
      for (let index = 0; index < 5; index++) expect((await browser.ask()).viewer).not.toBeNull()
      expect(world.calls).toEqual([])
    })

    test('a forged or altered token is nobody', async () => {
      const { browser } = await begun()
      const other = (await begun()).browser
      const mine = tokensOf(browser)?.accessToken.split('.') ?? []
      const theirs = tokensOf(other)?.accessToken.split('.') ?? []
      const forged = [mine[0], theirs[1], mine[2]].join('.')
      const value = Buffer.from(
        JSON.stringify({ access_token: forged, refresh_token: 'x', expires_at: 1 }),
      ).toString('base64url')
      expect((await browser.ask(`gyeote-session=base64-${value}`)).viewer).toBeNull()
      expect((await browser.ask('gyeote-session=base64-@@')).viewer).toBeNull()
      expect((await browser.ask('gyeote-session=plain')).viewer).toBeNull()
    })

    test('five parallel refreshes keep the session', async () => {
      const { browser, viewer } = await begun()
      world.passMinutes(hour)
      const cookies = browser.cookieHeader()
      const answers = await Promise.all(Array.from({ length: 5 }, () => browser.ask(cookies)))
      expect(answers.map((session) => session.viewer?.personId)).toEqual(
        Array(5).fill(viewer.personId),
      )
      expect(world.calls.filter((call) => call === 'POST /token').length).toBe(5)
      world.passMinutes(hour)
      expect((await browser.ask()).viewer?.sessionId).toBe(viewer.sessionId)
      world.passMinutes(hour)
      expect((await browser.ask()).viewer?.sessionId).toBe(viewer.sessionId)
    })

    test('a lost refresh answer: the parent token is good minutes later and gives the active one', async () => {
      const { browser, viewer } = await begun()
      world.passMinutes(hour)
      const lost = await browser.ask(undefined, false)
      expect(lost.viewer).toEqual(viewer)
      world.passMinutes(30)
      const cookies = browser.cookieHeader()
      expect((await browser.ask()).viewer).toEqual(viewer)
      expect(browser.cookieHeader()).not.toBe(cookies)
      world.passMinutes(hour)
      expect((await browser.ask()).viewer).toEqual(viewer)
    })

    test('an answer lost on the wire leaves the session, and the next refresh mends it', async () => {
      const { browser, viewer } = await begun()
      world.passMinutes(hour)
      world.feel('forgetful')
      expect((await browser.ask()).viewer).toEqual(viewer)
      world.feel('well')
      world.passMinutes(10)
      expect((await browser.ask()).viewer).toEqual(viewer)
    })

    test('an old token in other hands ends the session for both', async () => {
      const { browser } = await begun()
      const stolen = browser.cookieHeader()
      for (let index = 0; index < 2; index++) {
        world.passMinutes(hour)
        expect((await browser.ask()).viewer).not.toBeNull()
      }
      world.passMinutes(hour)
      expect((await browser.ask(stolen, false)).viewer).toBeNull()
      expect((await browser.ask()).viewer).toBeNull()
    })

    test.each(['dead', 'busy', 'broken'] as const)(
      'auth server %s: the session is kept',
      async (mood) => {
        const { browser, viewer } = await begun()
        const cookies = browser.cookieHeader()
        for (const minutes of [hour - 0.5, 3 * hour]) {
          world.passMinutes(minutes)
          world.feel(mood)
          expect((await browser.ask()).viewer).toEqual(viewer)
          expect(browser.cookieHeader()).toBe(cookies)
        }
        world.feel('well')
        world.passMinutes(1)
        expect((await browser.ask()).viewer).toEqual(viewer)
        expect(browser.cookieHeader()).not.toBe(cookies)
      },
    )

    test('auth server deaf: a page waits two seconds once, and nobody is signed out', async () => {
      const { browser, viewer } = await begun()
      world.passMinutes(2 * hour)
      world.feel('deaf')
      const began = performance.now()
      expect((await browser.ask()).viewer).toEqual(viewer)
      const first = performance.now() - began
      expect(first).toBeGreaterThan(1_800)
      expect(first).toBeLessThan(2_400)
      expect((await browser.ask()).viewer).toEqual(viewer)
      expect(performance.now() - began - first).toBeLessThan(300)
    })

    test('auth server dead: an action that needs a new person says so, and signing out still works', async () => {
      const { browser } = await begun()
      world.feel('dead')
      const thrown = await (await world.browser().ask()).begin().catch((error: unknown) => error)
      expect((thrown as Response).status).toBe(503)
      expect(await (await browser.ask()).sendCode(newPhone())).toEqual({
        sent: false,
        reason: 'unavailable',
      })
      const cookies = browser.cookieHeader()
      await (await browser.ask()).signOut()
      expect(browser.jar.has('gyeote-session')).toBe(false)
      expect((await browser.ask(cookies, false)).viewer).toBeNull()
    })

    test('auth server dead while a process starts: somebody is in doubt, not a visitor', async () => {
      const { browser, viewer } = await begun()
      world.feel('dead')
      // What is remembered of sessions goes by the database of a process.
      const justStarted = { ...world.parts, db: { ...world.parts.db } }
      const ask = (cookieHeader: string) =>
        createSession({
          parts: justStarted,
          cookieHeader,
          userAgent: '',
          clientAddress: '203.0.113.7',
          appendCookie: () => undefined,
        })
      const doubted = await ask(browser.cookieHeader())
      const asking = Promise.resolve().then(() => doubted.viewer)
      await expect(asking).rejects.toMatchObject({ status: 503 })
      await expect(doubted.begin()).rejects.toMatchObject({ status: 503 })
      expect((await ask('')).viewer).toBeNull()
      await doubted.signOut()
      expect(doubted.viewer).toBeNull()
      world.feel('well')
      expect((await browser.ask()).viewer).toEqual(viewer)
    })

    test('signing out ends this session only', async () => {
      const phone = newPhone()
      const one = world.browser()
      const two = world.browser()
      await signIn(world, one, phone)
      const { viewer } = await signIn(world, two, phone)
      const kept = one.cookieHeader()
      await (await one.ask()).signOut()
      expect(one.jar.size).toBe(0)
      expect((await one.ask(kept, false)).viewer).toBeNull()
      expect((await two.ask()).viewer).toEqual(viewer)
    })

    test('codes and refresh tokens cannot be read from the database', async () => {
      const phone = newPhone()
      const { browser } = await begun()
      await (await browser.ask()).sendCode(phone)
      const rows = await world.owner.query<{ text: string }>(
        `select row_to_json(t)::text as text from auth.one_time_tokens t
         union all select row_to_json(s)::text from auth.sessions s`,
      )
      const all = rows.map((row) => row.text).join('\n')
      expect(all).not.toContain(world.lastCode())
      expect(all).not.toContain(tokensOf(browser)?.refreshToken)
    })

    test('only role auth_server reads the accounts', async () => {
      await expect(sql`select * from auth.users`.execute(world.parts.db.root)).rejects.toThrow(
        /permission denied/,
      )
      await expect(
        world.parts.db.asViewer({ sub: crypto.randomUUID() }, (tx) =>
          sql`select * from auth.one_time_tokens`.execute(tx),
        ),
      ).rejects.toThrow(/permission denied/)
    })

    test.runIf(transport === 'over HTTP')(
      'the client address goes to the auth server',
      async () => {
        world.headersSeen.length = 0
        await begun()
        expect(world.headersSeen[0]?.get('sb-forwarded-for')).toBe('203.0.113.7')
        expect(world.headersSeen[0]?.get('x-forwarded-for')).toBe('203.0.113.7')
      },
    )
  })
})

async function openWorldBrowser(world: World) {
  const { createSession } = await import('~/platform/session/create-session.server')
  const setCookies: string[] = []
  const session = await createSession({
    parts: world.parts,
    cookieHeader: '',
    userAgent: '',
    clientAddress: '203.0.113.8',
    appendCookie: (cookie) => void setCookies.push(cookie),
  })
  await session.begin()
  return { browser: { setCookies } }
}
