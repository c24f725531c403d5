import { expect, test } from 'vitest'
import type { WaitingCommand } from '../store/outbox-drawer'
import { createTestDisk, deed, testOutbox } from '../test-phone'
import { anna, createTestServer, uuid } from './test-server'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** A phone whose clock shows another time; the server answers nothing until it is `online`. */
function phoneOff(byMs: number) {
  const server = createTestServer()
  const state = { byMs, online: false }
  const phone = createTestDisk().open({ now: () => Date.now() + state.byMs })
  const fetcher: typeof fetch = (...args) =>
    state.online ? server.fetcher(...args) : Promise.reject(new TypeError('offline'))
  const outbox = testOutbox(phone, fetcher, 1)
  /** Tried, and not sent. */
  const add = async (card: string) => {
    await outbox.add(deed(card))
    await outbox.flush()
  }
  /** As a document does on a cold start, before anything is sent. */
  const learn = () => {
    const at = Date.now() + state.byMs
    return phone.learnTime(new Date().toISOString(), at, at)
  }
  /** By how much the server finds the clock behind, of each request, in hours. */
  const skews = () =>
    server.requests.map(({ sentAt = '' }) => Math.round((Date.now() - Date.parse(sentAt)) / hourMs))
  return { phone, outbox, add, server, state, learn, skews }
}

test.each([
  ['behind', -dayMs, 24],
  ['ahead', dayMs, -24],
])(
  'a clock a day %s shows as it was, though the time was learned before sending',
  async (_, byMs, skew) => {
    const { outbox, add, server, state, learn, skews } = phoneOff(byMs)
    await add('a')
    state.online = true
    await learn()
    expect(await outbox.flush()).toEqual({ left: 'nothing' })
    expect(skews()).toEqual([skew])
    expect(server.order).toEqual(['a'])
  },
)

test('what was written once the time was known is no longer wrong, and goes apart from the rest, in order', async () => {
  const { outbox, add, server, state, learn, skews } = phoneOff(-dayMs)
  await add('a')
  await learn()
  await add('b')
  await learn()
  await add('c')
  state.online = true
  expect(await outbox.flush()).toEqual({ left: 'nothing' })
  expect(server.requests.map(({ commands }) => commands.length)).toEqual([1, 2])
  expect(server.requests.map(({ unsent }) => unsent)).toEqual([2, 0])
  expect(skews()).toEqual([24, 0])
  expect(server.order).toEqual(['a', 'b', 'c'])
})

test('only sending it once more clears it, on whichever tab it goes', async () => {
  const { phone, outbox, add, server, state, learn } = phoneOff(-dayMs)
  await add('a')
  state.online = true
  await learn()
  server.state.judge = () => 'refused'
  await outbox.flush()
  await outbox.refresh()
  const [refused] = outbox.view().refused
  server.state.judge = () => 'accepted'
  // Nobody has said that the day is right.
  await outbox.flush()
  expect(server.order).toEqual([])
  await (await phone.openStore()).outbox.retry(refused?.id ?? '')
  await outbox.flush()
  expect(server.requests.map(({ sentAt }) => sentAt !== undefined)).toEqual([true, false])
  expect(server.order).toEqual(['a'])
})

test('what is sent once more says nothing of a clock that was set right meanwhile', async () => {
  const { phone, outbox, add, server, state, learn } = phoneOff(dayMs)
  await add('a')
  state.online = true
  await learn()
  server.state.judge = () => 'refused'
  await outbox.flush()
  await outbox.refresh()
  server.state.judge = () => 'accepted'
  state.byMs = 0
  await (await phone.openStore()).outbox.retry(outbox.view().refused[0]?.id ?? '')
  await add('b')
  expect(server.order).toEqual(['a', 'b'])
  expect(server.requests.map(({ sentAt }) => sentAt !== undefined)).toEqual([true, false, true])
})

test('what an older build wrote down is sent, with the clock as it is now', async () => {
  const { phone, outbox, add, server, state, learn, skews } = phoneOff(-dayMs)
  const older: WaitingCommand = {
    ...deed('a'),
    id: uuid(100),
    person: anna,
    occurredAt: new Date().toISOString(),
  }
  await (await phone.openStore()).outbox.add(older)
  await add('b')
  state.online = true
  await learn()
  expect(await outbox.flush()).toEqual({ left: 'nothing' })
  expect(skews()).toEqual([0, 24])
  expect(server.order).toEqual(['a', 'b'])
})

test('the commands themselves carry nothing of it', async () => {
  const { outbox, add, server, state } = phoneOff(-dayMs)
  await add('a')
  state.online = true
  await outbox.flush()
  expect(Object.keys(server.requests[0]?.commands[0] ?? {}).sort()).toEqual([
    'id',
    'occurredAt',
    'payload',
    'person',
    'seq',
    'type',
    'typeV',
  ])
})
