// @vitest-environment node
import { expect, it } from 'vitest'
import type { PushService, Subscribed } from '~/features/reminders/subscription/browser-push'
import { createTestDisk } from '~/offline/test-phone'
import { subscribeAgain } from './subscribe-again'
import { anna } from './test-push'

const renewed: Subscribed = {
  endpoint: 'https://push.example/renewed',
  keys: { p256dh: 'p', auth: 'a' },
  serverKey: Uint8Array.of(4, 2, 2),
  unsubscribe: () => Promise.resolve(true),
}
const push: PushService = {
  permission: () => 'granted',
  current: () => Promise.resolve(renewed),
  subscribe: () => Promise.resolve(renewed),
}
function server() {
  const told: string[] = []
  const ask = ((path: string, init: RequestInit = {}) => {
    if (path === '/reminders/key') return Promise.resolve(Response.json({ publicKey: 'BAIC' }))
    told.push(`${init.method} ${path} ${String(init.body)}`)
    return Promise.resolve(new Response(null, { status: 204 }))
  }) as typeof fetch
  return { ask, told }
}

it('tells the server of the subscription that the browser made in place of another', async () => {
  const phone = createTestDisk().open()
  await phone.becomePerson(anna)
  const { ask, told } = server()
  await subscribeAgain({ phone, push, fetch: ask })
  const { endpoint, keys } = renewed
  expect(told).toEqual([`POST /reminders/devices ${JSON.stringify({ endpoint, keys })}`])
})

it('tells nothing of a phone that is nobody’s', async () => {
  const { ask, told } = server()
  await subscribeAgain({ phone: createTestDisk().open(), push, fetch: ask })
  expect(told).toEqual([])
})
