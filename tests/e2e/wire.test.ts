import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import routes from '../../app/routes'
import { startServer, type RunningServer } from './support/server'

/**
 * What somebody without a session gets of each URL: the status of reading, and of an empty write where
 * there is an action. A new route needs a line here; 2xx means that it is public.
 */
const asNobody: Record<string, [read: number, write: number | null]> = {
  '/?index': [200, 200],
  '/learn': [200, 400],
  '/learn/today': [302, null],
  '/learn/text-larger': [200, 400],
  '/learn/text-larger/text': [200, null],
  '/learn/text-larger/view': [400, 204],
  '/medication': [200, 200],
  '/medication/consent': [200, 400],
  '/medication/new': [200, 400],
  '/medication/new/detail': [200, 400],
  '/medication/courses': [200, null],
  '/medication/courses/no-such-course': [200, 400],
  '/medication/courses/no-such-course/edit': [200, 400],
  '/medication/hours': [200, 400],
  '/medication/pause': [200, 400],
  '/medication/calendar': [200, null],
  '/medication/calendar.ics': [401, null],
  '/medication/practice': [200, 200],
  '/medication/facts': [200, null],
  '/medication/history': [200, null],
  '/medication/history/2026-10': [200, null],
  '/medication/history/2026-10/1': [200, 400],
  '/medication/report': [200, null],
  '/medication/report.csv': [401, null],
  '/medication/visits': [200, 400],
  '/medication/changes': [200, 400],
  '/medication/courses/no-such-course/photo': [200, 401],
  '/medication/photos/no-such-photo': [404, 401],
  '/scam-check/link': [400, 400],
  '/reminders/key': [200, null],
  '/reminders/devices': [400, 401],
  '/reminders/receipts': [400, 400],
  '/reminders/test': [400, 401],
  '/sign-in': [200, 200],
  '/sign-in/name': [302, 303],
  '/me': [200, 200],
  '/me/look': [400, 303],
  '/me/devices': [401, 401],
  '/me/devices/lost': [401, 401],
  '/me/data': [401, null],
  '/me/sign-out': [302, 303],
  '/me/delete': [302, 401],
  '/reminders': [200, 400],
  '/family': [200, 401],
  '/family/ask': [302, 401],
  '/family/join': [200, 401],
  '/family/opened': [400, 401],
  '/family/week': [302, 401],
  '/family/stop/no-such-token': [404, 404],
  '/family/version': [401, null],
  '/family/no-such-link/lost-phone': [401, 401],
  '/family/no-such-link/2026-10': [302, null],
  '/family/no-such-link/medication': [302, null],
  '/family/no-such-link/medication/new': [302, 400],
  '/family/no-such-link/medication/new/detail': [302, 400],
  '/family/no-such-link/medication/hours': [302, 400],
  '/family/no-such-link/medication/courses/no-such-course': [302, 400],
  '/family/no-such-link/medication/courses/no-such-course/edit': [302, 400],
  '/me/family': [200, 401],
  '/me/family/invite': [302, 401],
  '/me/family/ladder': [302, 401],
  '/me/family/waiting/no-such-waiting': [200, 401],
  '/me/family/links/no-such-link': [401, 401],
  '/start-together': [200, null],
  '/start-together/number': [200, null],
  '/help': [200, null],
  '/emergency': [200, null],
  '/emergency/edit': [200, 400],
  '/scam-check': [200, 200],
  '/scam-check/call': [200, 200],
  '/scam-check/now': [200, null],
  '/scam-check/kept': [200, 401],
  '/scam-check/after': [200, null],
  '/scam-check/after/clicked-link': [200, null],
  '/scam-check/family': [200, null],
  '/scam-check/knowledge': [200, null],
  '/outbox': [400, 400],
  '/offline': [200, null],
  '/dev/inbox': [200, null],
  '/dev/errors/too_many': [429, null],
  '/dev/ui': [200, null],
  '/dev/ui/medicines': [200, 200],
  '/no-such-page': [404, 404],
}

const known = (await routes).map(({ path = '', file }) => ({
  // What is written to `/` is written to its index route.
  path: `/${(path || '?index')
    .replace(':cardId', 'text-larger')
    .replace(':code', 'too_many')
    .replace(':courseId', 'no-such-course')
    .replace(':waitingId', 'no-such-waiting')
    .replace(':linkId', 'no-such-link')
    .replace(':photoId', 'no-such-photo')
    .replace(':token', 'no-such-token')
    .replace(':month', '2026-10')
    .replace(':day', '1')
    .replace(':what', 'clicked-link')
    .replace(':why', 'lost')
    .replace(':step', 'number')
    .replace('*', 'no-such-page')}`,
  writes: /export (async )?(function|const) action\b/.test(readFileSync(`app/${file}`, 'utf8')),
}))

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server?.stop())

const ask = (path: string, init: RequestInit = {}) =>
  fetch(server.url + path, { redirect: 'manual', ...init })
const write = (path: string, headers: Record<string, string>, body = '') =>
  ask(path, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  })

test('every URL stands in the list of what nobody may do', () => {
  expect(known.map(({ path }) => path).sort()).toEqual(Object.keys(asNobody).sort())
  const writing = Object.entries(asNobody).filter(([, [, status]]) => status !== null)
  expect(
    known
      .filter(({ writes }) => writes)
      .map(({ path }) => path)
      .sort(),
  ).toEqual(writing.map(([path]) => path).sort())
})

describe.each(known)('$path', ({ path, writes }) => {
  const [reading, writing] = asNobody[path] ?? []

  test('answers nobody as listed, and begins no session for it', async () => {
    const answer = await ask(path)
    expect(answer.status).toBe(reading)
    expect(answer.headers.getSetCookie()).toEqual([])
    if (!writes) return
    const written = await write(path, { Origin: server.url })
    expect(written.status).toBe(writing)
    expect(written.headers.getSetCookie().join()).not.toMatch(/gyeote-session=[^;]/)
  })

  test('takes no write from elsewhere', async () => {
    for (const origin of ['https://elsewhere.example', 'null'])
      expect((await write(path, { Origin: origin })).status).toBe(403)
    expect((await write(path, {})).status).toBe(403)
  })

  test('has the headers of a safe page, and shares nothing with other origins', async () => {
    const { headers } = await ask(path, { headers: { Origin: 'https://elsewhere.example' } })
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self' 'nonce-[^']{20,}';/)
    expect(headers.get('content-security-policy')).toContain(`frame-ancestors 'none'`)
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('access-control-allow-origin')).toBeNull()
    const isPage = headers.get('content-type')?.startsWith('text/html')
    // What others let one see is kept nowhere, the page for nobody included.
    const kept = path === '/family' ? 'no-store' : 'private, no-cache'
    if (isPage) expect(headers.get('cache-control')).toBe(kept)
  })
})

test('each answer has a nonce of its own, and every script of the page carries it', async () => {
  const nonces = new Set<string>()
  for (let i = 0; i < 3; i++) {
    const page = await ask('/')
    const nonce = /'nonce-([^']+)'/.exec(page.headers.get('content-security-policy') ?? '')?.[1]
    nonces.add(nonce ?? '')
    const scripts = (await page.text()).match(/<script[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(0)
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
  }
  expect(nonces.size).toBe(3)
})

test('a part of a page is kept for ever and never taken for something else', async () => {
  const part = /\/assets\/[^"]+\.js/.exec(await (await ask('/')).text())?.[0] ?? ''
  const { status, headers } = await ask(part)
  expect(status).toBe(200)
  expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

test.each([
  ['/outbox', 256],
  ['/medication/photos/no-such-photo', 400],
])('a body that is too large for %s is refused before it is read', async (path, mostKb) => {
  const sized = (bytes: number) => write(path, { Origin: server.url }, 'x'.repeat(bytes))
  expect((await sized(mostKb * 1024 + 1)).status).toBe(413)
  expect((await sized(mostKb * 1024)).status).toBe(path === '/outbox' ? 400 : 401)
})
