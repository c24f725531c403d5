import { beforeEach, expect, test } from 'vitest'
import type { Phone } from '~/offline/phone'
import type { Store } from '~/offline/store/store'
import { createTestDisk, testOutbox } from '~/offline/test-phone'
import { createOutbox } from '~/offline/outbox/outbox'
import { createLocalLocks } from '~/offline/locks'
import { keepFacts } from '../facts/kept-facts'
import { fact } from '../schedule/test-facts'
import { findPhoto, photoCopy, waitingPhoto } from './kept-photos'
import { sendWaitingPhotos } from './send-waiting-photos'

const one = '019ab2c4-0000-7000-8000-000000000001'
const elsewhere = '019ab2c4-0000-7000-8000-000000000009'
const other = '019ab2c4-0000-7000-8000-000000000002'
const courseId = '019ab2c4-0000-7000-8000-000000000009'
const jpeg = btoa('\xff\xd8 the picture')
const day = 24 * 60 * 60_000

let phone: Phone
let store: Store
let asked: string[]
let answers: (Response | 'no network')[]
beforeEach(async () => {
  phone = createTestDisk().open()
  await phone.becomePerson('anna')
  store = await phone.openStore()
  asked = []
  answers = []
})

const json = (status: number, body: object, headers = {}) =>
  Response.json({ v: 1, ...body }, { status, headers })
const network: typeof fetch = async (input, init) => {
  asked.push(`${init?.method} ${String(input)}`)
  const answer = answers.shift() ?? json(200, { kept: String(input).split('/').at(-1) })
  if (answer === 'no network') throw new TypeError('fetch failed')
  return answer
}
const send = () => sendWaitingPhotos(phone, store, network)

const take = (id = one, over: { takenAt?: number; refused?: boolean } = {}) =>
  store.keep(waitingPhoto, { jpeg, takenAt: Date.now(), refused: false, ...over }, id)
const arrive = (...ids: string[]) =>
  keepFacts(createLocalLocks(), store, { photos: ids.map((id) => ({ ...fact(), id, courseId })) })
const retract = (factId: string) =>
  keepFacts(createLocalLocks(), store, { retractions: [{ ...fact(), factId }] })
const stateOf = async (id = one) => (await findPhoto(store, id))?.state ?? null

test('a picture goes once the server has written its photo down, and stays to be seen', async () => {
  await take()
  expect(await send()).toEqual({ left: 'nothing' })
  expect(asked).toEqual([])
  await arrive(one)
  expect(await send()).toEqual({ left: 'nothing' })
  expect(asked).toEqual([`POST /medication/photos/${one}`])
  expect(await store.read(photoCopy, one)).toBe(jpeg)
  expect(await store.hasUnsent()).toBe(false)
  await send()
  expect(asked).toHaveLength(1)
})

test('the server gets the bytes of the picture', async () => {
  await take()
  await arrive(one)
  let body = ''
  await sendWaitingPhotos(phone, store, async (_input, init) => {
    body = Buffer.from(await (init?.body as Blob).arrayBuffer()).toString('latin1')
    return json(200, { kept: one })
  })
  expect(body).toBe('\xff\xd8 the picture')
})

test.each<[string, () => Response | 'no network']>([
  ['no network', () => 'no network'],
  ['a hotel in its place', () => new Response('<h1>Welcome</h1>', { status: 200 })],
  ['JSON of somebody else', () => Response.json({ ok: true })],
  // Which of the two goes first is chance.
  ['the answer to another photo', () => json(200, { kept: elsewhere })],
  ['a server that is ill', () => json(503, { error: 'try_later' })],
])('%s leaves it waiting, and the others with it', async (_name, answer) => {
  for (const id of [one, other]) await take(id)
  await arrive(one, other)
  answers = [answer()]
  expect(await send()).toEqual({ left: 'later', afterMs: null })
  expect(asked).toHaveLength(1)
  for (const id of [one, other]) expect(await stateOf(id)).toBe('waiting')
  expect(await send()).toEqual({ left: 'nothing' })
  for (const id of [one, other]) expect(await stateOf(id)).toBe('sent')
})

test('it is not sent again before the server said it may', async () => {
  await take()
  await arrive(one)
  answers = [json(429, { error: 'too_many' }, { 'Retry-After': '90' })]
  expect(await send()).toEqual({ left: 'later', afterMs: 90_000 })
})

test('without its session it waits for the same person', async () => {
  await take()
  await arrive(one)
  answers = [json(401, { error: 'no_session' })]
  expect(await send()).toEqual({ left: 'paused' })
  expect(await stateOf()).toBe('waiting')
})

test.each(['unknown_photo', 'no_consent'])(
  'one of which the server says %s waits, and holds nobody up',
  async (error) => {
    for (const id of [one, other]) await take(id)
    await arrive(one, other)
    answers = [json(404, { error })]
    expect(await send()).toEqual({ left: 'nothing' })
    expect([await stateOf(one), await stateOf(other)].sort()).toEqual(['sent', 'waiting'])
  },
)

test.each([
  [415, 'not_a_picture', 'refused'],
  [409, 'no_room', 'no_room'],
])(
  'one that the server will never take (%i, %s) is kept, said to be so, and sent no more',
  async (status, error, state) => {
    await take()
    await arrive(one)
    answers = [json(status, { error })]
    await send()
    expect(await stateOf()).toBe(state)
    await send()
    expect(asked).toHaveLength(1)
  },
)

test('one that was taken back is forgotten unsent', async () => {
  await take()
  await arrive(one)
  await retract(one)
  await send()
  expect(asked).toEqual([])
  expect(await stateOf()).toBeNull()
  expect(await store.hasUnsent()).toBe(false)
})

test('one that nobody wrote down is forgotten after a day, if the server does not know it either', async () => {
  await take(one, { takenAt: Date.now() - day + 60_000 })
  await send()
  expect(await stateOf()).toBe('waiting')
  for (const id of [one, other]) await take(id, { takenAt: Date.now() - day - 60_000 })
  answers = [json(404, { error: 'unknown_photo' })]
  await send()
  expect([await stateOf(one), await stateOf(other)].sort()).toEqual(['sent', null].sort())
})

test('one whose photo waits in the outbox is not given up, however old', async () => {
  await take(one, { takenAt: Date.now() - 10 * day })
  const outbox = testOutbox(phone, async () => Promise.reject(new TypeError('fetch failed')), 50)
  await outbox.add({
    type: 'record_facts',
    typeV: 1,
    payload: { photos: [{ id: one, courseId }] },
    aggregate: 'medication',
  })
  await send()
  expect(asked).toEqual([])
  expect(await stateOf()).toBe('waiting')
})

test('the outbox sends pictures after deeds, and says that one is still to go', async () => {
  await take()
  await arrive(one)
  const outbox = createOutbox({
    phone,
    fetch: network,
    build: 'test',
    sendUnsent: sendWaitingPhotos,
  })
  answers = ['no network']
  expect(await outbox.flush()).toEqual({ left: 'later', afterMs: null })
  expect(await outbox.flush()).toEqual({ left: 'nothing' })
  expect(await stateOf()).toBe('sent')
  answers = ['no network']
  await take(other)
  await arrive(other)
  await phone.withStore((mine, person) =>
    mine.outbox.add({
      id: other,
      person,
      type: 'set_name',
      typeV: 1,
      payload: {},
      aggregate: 'name',
      occurredAt: new Date().toISOString(),
    }),
  )
  expect(await outbox.flush()).toEqual({ left: 'later', afterMs: null })
  expect(asked.at(-1)).toBe('POST /outbox')
})
