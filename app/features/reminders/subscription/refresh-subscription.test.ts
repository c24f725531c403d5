// @vitest-environment node
import { expect, test } from 'vitest'
import { endSubscription } from './end-subscription'
import type { PushService, Subscribed } from './browser-push'
import { hashOf, refreshSubscription } from './refresh-subscription'

const oldKey = Uint8Array.of(4, 1, 1)
const newKey = 'BAIC' // 4, 2, 2

/** A browser's push service, with or without a subscription made for `serverKey`. */
function pushService(
  serverKey: Uint8Array | null | 'none',
  permission: NotificationPermission = 'granted',
) {
  const ended: string[] = []
  let made = 0
  const subscribed = (endpoint: string, key: Uint8Array | null): Subscribed => ({
    endpoint,
    keys: { p256dh: 'p', auth: 'a' },
    serverKey: key,
    unsubscribe: () => {
      ended.push(endpoint)
      return Promise.resolve(true)
    },
  })
  let current = serverKey === 'none' ? null : subscribed('https://push.example/old', serverKey)
  const push: PushService = {
    permission: () => permission,
    current: () => Promise.resolve(current),
    subscribe: (key) => {
      made += 1
      current = subscribed(`https://push.example/new-${made}`, key)
      return Promise.resolve(current)
    },
  }
  return { push, ended, made: () => made }
}

/** A server with `newKey`; `answer` is what it says to a phone that registers. */
function server(answer: () => Response = () => new Response(null, { status: 204 })) {
  const asked: string[] = []
  const ask = ((path: string, init: RequestInit = {}) => {
    const { endpoint } = JSON.parse(String(init.body ?? '{}')) as { endpoint?: string }
    asked.push([init.method ?? 'GET', path, endpoint].filter(Boolean).join(' '))
    if (path === '/reminders/key') return Promise.resolve(Response.json({ publicKey: newKey }))
    return Promise.resolve(answer())
  }) as typeof fetch
  return { ask, asked }
}

test('without the permission nothing is asked, of the person or of anybody', async () => {
  for (const permission of ['default', 'denied'] as const) {
    const { push, made } = pushService('none', permission)
    const { ask, asked } = server()
    expect(await refreshSubscription({ push, fetch: ask })).toEqual({ kind: 'not_allowed' })
    expect([asked, made()]).toEqual([[], 0])
  }
})

test('a phone that was never subscribed is, and the server is told', async () => {
  const { push } = pushService('none')
  const { ask, asked } = server()
  const endpointHash = await hashOf('https://push.example/new-1')
  expect(await refreshSubscription({ push, fetch: ask })).toEqual({ kind: 'known', endpointHash })
  expect(asked).toEqual([
    'GET /reminders/key',
    'POST /reminders/devices https://push.example/new-1',
  ])
})

test('the same subscription is told again at each start and not made anew', async () => {
  const { push, made } = pushService(Uint8Array.of(4, 2, 2))
  const { ask, asked } = server()
  expect((await refreshSubscription({ push, fetch: ask })).kind).toBe('known')
  expect(made()).toBe(0)
  expect(asked.at(-1)).toBe('POST /reminders/devices https://push.example/old')
})

test('one made for another key of the server is ended and made anew', async () => {
  const { push, ended, made } = pushService(oldKey)
  const { ask, asked } = server()
  expect((await refreshSubscription({ push, fetch: ask })).kind).toBe('known')
  expect([ended, made()]).toEqual([['https://push.example/old'], 1])
  expect(asked).toEqual([
    'GET /reminders/key',
    'DELETE /reminders/devices https://push.example/old',
    'POST /reminders/devices https://push.example/new-1',
  ])
})

test('one that its push service has dropped is ended and made anew, once', async () => {
  const { push, ended, made } = pushService(Uint8Array.of(4, 2, 2))
  const answers = [409, 204]
  const status = () => answers.shift() ?? 204
  const { ask, asked } = server(() => new Response(null, { status: status() }))
  const endpointHash = await hashOf('https://push.example/new-1')
  expect(await refreshSubscription({ push, fetch: ask })).toEqual({ kind: 'known', endpointHash })
  expect([ended, made()]).toEqual([['https://push.example/old'], 1])
  expect(asked.slice(1)).toEqual([
    'POST /reminders/devices https://push.example/old',
    'POST /reminders/devices https://push.example/new-1',
  ])
  answers.push(409, 409)
  expect(await refreshSubscription({ push, fetch: ask })).toEqual({ kind: 'no_push_service' })
  expect(made()).toBe(2)
})

test('a browser that never answers is given up on', async () => {
  const { push } = pushService('none')
  push.subscribe = () => new Promise(() => undefined)
  const { ask, asked } = server()
  const refreshed = await refreshSubscription({ push, fetch: ask, limitMs: 20 })
  expect(refreshed).toEqual({ kind: 'no_push_service' })
  expect(asked).toEqual(['GET /reminders/key'])
})

test.each([
  [401, 'not_signed_in'],
  [422, 'refused'],
  [500, 'no_network'],
])('an answer of %i is %s', async (status, kind) => {
  const { push } = pushService('none')
  const { ask } = server(() => Response.json({ error: 'x' }, { status }))
  expect(await refreshSubscription({ push, fetch: ask })).toEqual({ kind })
})

test('no network, and a hotel’s page in place of the key, leave what is there', async () => {
  for (const answer of [
    () => Promise.reject(new TypeError('Failed to fetch')),
    () => Promise.resolve(new Response('<h1>Welcome</h1>')),
  ]) {
    const { push, ended, made } = pushService(oldKey)
    const refreshed = await refreshSubscription({ push, fetch: answer as typeof fetch })
    expect([refreshed, ended, made()]).toEqual([{ kind: 'no_network' }, [], 0])
  }
})

test('who leaves is not reminded any more: nothing shown, nothing subscribed, the server told', async () => {
  const { push, ended } = pushService(oldKey)
  const { ask, asked } = server()
  let closed = 0
  const shown = () => Promise.resolve([{ close: () => (closed += 1) }])
  await endSubscription({ push, fetch: ask, shown })
  expect([ended, closed]).toEqual([['https://push.example/old'], 1])
  expect(asked).toEqual(['DELETE /reminders/devices https://push.example/old'])
})

test('leaving does not wait for a network, and ends the subscription without one', async () => {
  const { push, ended } = pushService(oldKey)
  const deaf = (() => new Promise(() => undefined)) as typeof fetch
  await endSubscription({ push, fetch: deaf, shown: () => Promise.resolve([]), limitMs: 20 })
  expect(ended).toEqual(['https://push.example/old'])
})
