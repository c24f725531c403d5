import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoPeople } from '../../app/features/trial/demo-people'
import { startServer, type RunningServer } from './support/server'

const publicUrl = 'https://gyeote.example'
const listed = 'https://www.gyeote.example'
const live = {
  GYEOTE_MODE: 'live',
  PUBLIC_URL: publicUrl,
  HELP_PHONE: '02-000-0000',
  TRUST_PROXY: '1',
  HOST: '127.0.0.1',
}

/** A start that is expected to be refused: how the process ended, and what it said. */
function startRefused(env: Record<string, string>): Promise<{ code: unknown; said: string }> {
  const all = { ...process.env, DATA_DIR: '.test-results/never', PORT: '0', ...env }
  return new Promise((done) => {
    execFile(process.execPath, ['tools/start.mjs'], { env: all }, (error, stdout, stderr) =>
      done({ code: error?.code, said: `${stdout}\n${stderr}` }),
    )
  })
}

describe('a start that cannot work is refused, with a list of what is wrong', () => {
  const gateway = { SMS_GATEWAY_URL: 'https://sms.example' }
  const supabase = { SUPABASE_URL: 'https://x.example', SUPABASE_ANON_KEY: 'a' }
  test.each<[string, Record<string, string>, string[]]>([
    ['live mode without a way to send codes', live, ['SMS_GATEWAY_URL']],
    [
      'live mode with nothing else',
      { GYEOTE_MODE: 'live' },
      ['SMS_GATEWAY_URL', 'PUBLIC_URL', 'HELP_PHONE', 'TRUST_PROXY'],
    ],
    [
      'live mode at a plain address',
      { ...live, ...gateway, PUBLIC_URL: 'http://gyeote.example' },
      ['PUBLIC_URL'],
    ],
    [
      'live mode with half a Supabase project',
      { ...live, ...supabase },
      ['SUPABASE_URL', 'SUPABASE_SERVICE_ROLE_KEY'],
    ],
    [
      'an owner without a database',
      { MIGRATION_DATABASE_URL: 'postgres://o@x.example/x' },
      ['MIGRATION_DATABASE_URL'],
    ],
    ['values that are none', { PORT: 'seven', SERVICE_WORKER: 'off' }, ['PORT', 'SERVICE_WORKER']],
  ])('%s', async (_what, env, wrong) => {
    const { code, said } = await startRefused(env)
    expect(code).toBe(1)
    expect([...said.matchAll(/^ {2}([A-Z_]+): \S/gm)].map(([, name]) => name)).toEqual(wrong)
    expect(said).not.toMatch(/\n\s+at |is ready/)
  })
})

describe('a live installation behind its proxy', () => {
  let server: RunningServer
  const sent: { to: string; body: string }[] = []
  const gateway = createServer((request, response) => {
    let text = ''
    request.on('data', (part: Buffer) => (text += part.toString()))
    request.on('end', () => {
      sent.push(JSON.parse(text))
      response.end()
    })
  })
  beforeAll(async () => {
    await new Promise<void>((ready) => gateway.listen(0, '127.0.0.1', ready))
    const { port } = gateway.address() as AddressInfo
    const further = { SMS_GATEWAY_URL: `http://127.0.0.1:${port}`, ALLOWED_ORIGINS: listed }
    server = await startServer({ env: { ...live, ...further } })
  })
  afterAll(async () => {
    await server?.stop()
    gateway.close()
  })

  const ask = (path: string, init: RequestInit & { proto?: string } = {}) =>
    fetch(server.url + path, {
      redirect: 'manual',
      ...init,
      headers: { 'X-Forwarded-Proto': init.proto ?? 'https', ...init.headers },
    })
  const write = (path: string, fields: Record<string, string>, origin = publicUrl) =>
    ask(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { Origin: origin },
    })

  test('sends plain HTTP to HTTPS at its own address, whatever was asked', async () => {
    for (const [path, method] of [
      ['/learn/text-larger?a=1', 'GET'],
      ['/outbox', 'POST'],
      ['//elsewhere.example/x', 'GET'],
    ] as const) {
      const answer = await ask(path, { method, proto: 'http' })
      expect(answer.status).toBe(308)
      expect(new URL(answer.headers.get('location') ?? '').origin).toBe(publicUrl)
    }
    const { headers } = await ask('/learn/text-larger?a=1', { proto: 'http' })
    expect(headers.get('location')).toBe(`${publicUrl}/learn/text-larger?a=1`)
    expect(headers.get('strict-transport-security')).toBeNull()
    expect((await ask('/healthz', { proto: 'http' })).status).toBe(200)
  })

  test('tells browsers to come by HTTPS for a year, on pages and on their parts', async () => {
    const page = await ask('/')
    const part = /\/assets\/[^"]+\.js/.exec(await page.text())?.[0] ?? ''
    for (const answer of [page, await ask(part), await ask('/no-such-page')])
      expect(answer.headers.get('strict-transport-security')).toBe(
        'max-age=31536000; includeSubDomains',
      )
    expect(page.status).toBe(200)
  })

  test('has no inbox, no component page, and nobody to try it as', async () => {
    expect((await ask('/dev/inbox')).status).toBe(404)
    expect((await ask('/dev/ui')).status).toBe(404)
    expect((await ask('/dev/ui/medicines')).status).toBe(404)
    expect((await ask('/dev/inbox.data')).status).toBe(404)
    const page = await (await ask('/sign-in')).text()
    expect(page).toContain('인증번호 받기')
    for (const { id, name } of demoPeople) {
      expect(page).not.toContain(name)
      const answer = await write('/sign-in', { intent: 'demo', demo: id })
      expect(answer.status).toBe(200)
      expect(answer.headers.getSetCookie()).toEqual([])
    }
    expect(server.output()).not.toContain('/dev/inbox')
  })

  test('sends codes through the gateway, and keeps cookies to HTTPS', async () => {
    const answer = await write('/sign-in', { phone: '010-2345-6789' })
    expect(answer.status).toBe(200)
    expect(sent).toEqual([
      { to: '+821023456789', body: expect.stringMatching(/^\[곁에\] 인증번호 \d{6}\./) },
    ])
    const code = /\d{6}/.exec(sent[0]?.body ?? '')?.[0] ?? ''
    const cookies = answer.headers.getSetCookie()
    const entered = await ask('/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ intent: 'verify', phone: '+821023456789', code }),
      headers: {
        Origin: publicUrl,
        Cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; '),
      },
    })
    expect(entered.status).toBe(303)
    const set = [...cookies, ...entered.headers.getSetCookie()]
    expect(set.some((cookie) => cookie.startsWith('gyeote-session'))).toBe(true)
    for (const cookie of set) expect(cookie).toMatch(/HttpOnly; Secure; SameSite=Lax/i)
  })

  test('takes writes from its public address and those listed, whatever the proxy calls this server', async () => {
    expect((await write('/learn', { track: 'scam-safety' }, server.url)).status).toBe(403)
    for (const origin of [publicUrl, listed])
      expect((await write('/learn', { track: 'smartphone-basics' }, origin)).status).toBe(303)
  })
})
