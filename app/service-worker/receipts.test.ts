// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { waitingReceipts } from '~/features/reminders/notification/waiting-receipts'
import { createTestDisk } from '~/offline/test-phone'
import { createReceipts } from './receipts'
import { anna, boris } from './test-push'

const hour = 60 * 60_000
type Answer = Response | 'dead'
const noted = () => new Response(null, { status: 204 })
const json = (status: number, body: object) => Response.json(body, { status })

/** Anna's phone, whose server gives these answers one after the other, and then takes everything. */
async function start(...answers: Answer[]) {
  const disk = createTestDisk()
  let now = Date.parse('2027-03-01T08:05:00+09:00')
  const open = () => disk.open({ now: () => now })
  const phone = open()
  await phone.becomePerson(anna)
  const told: { receipt: string; agoMs: number }[] = []
  const seen = { ended: 0, sync: 0 }
  const server = ((_path: string, init: RequestInit) => {
    const answer = answers.shift() ?? noted()
    if (answer === 'dead') return Promise.reject(new TypeError('Failed to fetch'))
    told.push(JSON.parse(String(init.body)) as (typeof told)[number])
    return Promise.resolve(answer)
  }) as typeof fetch
  const worker = (phone = open()) =>
    createReceipts({
      phone,
      fetch: server,
      askWhetherEnded: () => Promise.resolve(void seen.ended++),
      askForSync: () => void seen.sync++,
    })
  return {
    phone,
    told,
    seen,
    worker,
    answers,
    waiting: async () => (await (await phone.openStore()).read(waitingReceipts)) ?? [],
    later: (ms: number) => void (now += ms),
  }
}

describe('a receipt that nobody heard', () => {
  it('waits on the phone and goes with the next push, once, with its own time', async () => {
    const { worker, told, later, waiting, seen } = await start('dead')
    const receipts = worker()
    await receipts.report('eight')
    expect([told, seen.sync]).toEqual([[], 1])
    expect(await waiting()).toMatchObject([{ receipt: 'eight' }])
    later(10 * 60_000)
    await receipts.report('ten past eight')
    expect(told).toEqual([
      { receipt: 'ten past eight', agoMs: 0 },
      { receipt: 'eight', agoMs: 10 * 60_000 },
    ])
    expect(await waiting()).toEqual([])
    expect(await receipts.sendWaiting()).toBe(true)
    expect(told).toHaveLength(2)
  })

  it('is sent by a worker that was started meanwhile, as when the network is back', async () => {
    const { worker, told, later } = await start('dead')
    await worker().report('yesterday')
    later(26 * hour)
    const anew = worker()
    expect(await anew.sendWaiting()).toBe(true)
    expect(await anew.sendWaiting()).toBe(true)
    expect(told).toEqual([{ receipt: 'yesterday', agoMs: 26 * hour }])
  })

  it('waits on while a hotel, a proxy or a broken server answers', async () => {
    const others = [
      new Response('<h1>Welcome</h1>', { headers: { 'Content-Type': 'text/html' } }),
      new Response('', { status: 404 }),
      json(404, { error: 'no_such_page' }),
      json(429, { error: 'too_many' }),
      new Response('broken', { status: 500 }),
    ]
    const { worker, waiting, seen } = await start(...others)
    const receipts = worker()
    await receipts.report('one')
    for (let at = 1; at < others.length; at++) expect(await receipts.sendWaiting()).toBe(false)
    expect([await waiting(), seen.ended]).toMatchObject([[{ receipt: 'one' }], 0])
    expect(await receipts.sendWaiting()).toBe(true)
  })

  it('is given up where the server knows none like it; of one forgotten the phone asks why', async () => {
    for (const [answer, asked] of [
      [json(400, { error: 'bad_receipt' }), 0],
      [json(404, { error: 'unknown_push' }), 1],
    ] as const) {
      const { worker, waiting, seen } = await start(answer)
      await worker().report('one')
      expect([await waiting(), seen.ended]).toEqual([[], asked])
    }
  })

  it('is one of twenty at most, the newest, and no older than a week', async () => {
    const answers = Array.from({ length: 25 }, (): Answer => 'dead')
    const { worker, waiting, later, told } = await start(...answers)
    const receipts = worker()
    for (let at = 0; at < 25; at++) {
      await receipts.report(`r${at}`)
      later(hour)
    }
    expect((await waiting()).map(({ receipt }) => receipt)).toEqual(
      Array.from({ length: 20 }, (_, at) => `r${at + 5}`),
    )
    // Now the first ten of these are older than a week.
    later(7 * 24 * hour - 10.5 * hour)
    expect(await receipts.sendWaiting()).toBe(true)
    expect(told.map(({ receipt }) => receipt)).toEqual(
      Array.from({ length: 10 }, (_, at) => `r${24 - at}`),
    )
  })

  it('of two that come at the same moment neither is lost', async () => {
    const { worker, waiting } = await start('dead', 'dead')
    const receipts = worker()
    await Promise.all([receipts.report('one'), receipts.report('other')])
    expect(new Set((await waiting()).map(({ receipt }) => receipt))).toEqual(
      new Set(['one', 'other']),
    )
  })

  it('goes with its person, not to whoever has the phone next', async () => {
    const { worker, phone, told } = await start('dead')
    await worker().report('of anna')
    await phone.becomePerson(boris)
    expect(await worker().sendWaiting()).toBe(true)
    expect(told).toEqual([])
  })

  it('never throws where the phone cannot be read, and tells all the same', async () => {
    const { phone, told } = await start()
    const broken = createReceipts({
      phone: { ...phone, withStore: () => Promise.reject(new Error('no disk')) },
      fetch: ((_path: string, init: RequestInit) => {
        told.push(JSON.parse(String(init.body)) as (typeof told)[number])
        return Promise.resolve(noted())
      }) as typeof fetch,
      askWhetherEnded: () => Promise.resolve(),
      askForSync: () => undefined,
    })
    await broken.report('one')
    expect(told).toEqual([{ receipt: 'one', agoMs: 0 }])
    expect(await broken.sendWaiting()).toBe(false)
  })

  it('of a clock that was set back since says no time to come', async () => {
    const { worker, later, told } = await start('dead')
    const receipts = worker()
    await receipts.report('one')
    later(-3 * hour)
    expect(await receipts.sendWaiting()).toBe(true)
    expect(told).toEqual([{ receipt: 'one', agoMs: 0 }])
  })
})
