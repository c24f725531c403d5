import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WaitingCommand } from '../store/outbox-drawer'
import { createTestDisk, deed, testOutbox, waitingCards } from '../test-phone'
import { anna, createTestServer, start, uuid } from './test-server'

const cardOf = (command: WaitingCommand | null) =>
  (command?.payload as { cardId: string } | undefined)?.cardId ?? ''

describe('the outbox', () => {
  it('stores first, sends, and hands on what the server says', async () => {
    const { outbox, phone, server } = await start()
    expect(await outbox.add(deed('a'))).toMatchObject({ status: 'sent' })
    expect(server.order).toEqual(['a'])
    expect(await waitingCards(phone)).toEqual([])
  })

  it('shows a deed the moment it is kept, and not before', async () => {
    const { outbox, phone, server } = await start(['a'])
    server.faults.push(() => Response.error())
    await outbox.refresh()
    const { view, subscribe } = outbox
    const shown: string[][] = []
    subscribe(() => shown.push(view().waiting.map(({ command }) => cardOf(command))))
    let keptThen: string[] = []
    await outbox.add(deed('b'), () => {
      keptThen = view().waiting.map(({ command }) => cardOf(command))
    })
    expect(keptThen).toEqual(['a', 'b'])
    expect(shown[0]).toEqual(['a', 'b'])
    expect(await waitingCards(phone)).toEqual(['a', 'b'])
  })

  it('never takes a deed off the view because a look began before it was kept', async () => {
    const { phone, server } = await start(['a'])
    let letGo = () => undefined as void
    const gate = new Promise<void>((done) => (letGo = done))
    let isHeld = false
    let hasLooked = () => undefined as void
    const looked = new Promise<void>((done) => (hasLooked = done))
    const openStore = async () => {
      const store = await phone.openStore()
      const list = async () => {
        const found = await store.outbox.list()
        if (isHeld) await (hasLooked(), gate)
        return found
      }
      return { ...store, outbox: { ...store.outbox, list } }
    }
    const outbox = testOutbox({ ...phone, openStore }, server.fetcher)
    await outbox.refresh()
    isHeld = true
    const looking = outbox.refresh()
    await looked
    const counts: number[] = []
    outbox.subscribe(() => counts.push(outbox.view().waiting.length + outbox.view().sent.length))
    await outbox.add(deed('b'), letGo)
    await looking
    expect(counts[0]).toBe(2)
    expect(Math.min(...counts)).toBe(2)
  })

  it('tells nobody when a look finds what was shown already', async () => {
    const { outbox, server } = await start(['a'])
    server.faults.push(() => Response.error())
    await outbox.add(deed('b'))
    const before = outbox.view()
    let told = 0
    outbox.subscribe(() => (told += 1))
    await outbox.refresh()
    expect(told).toBe(0)
    expect(outbox.view()).toBe(before)
  })

  it('begins with nobody and becomes the first contact’s person', async () => {
    const { outbox, phone, server } = await start(['a'])
    await outbox.flush()
    expect(server.requests[0]?.commands[0]?.person).toBeNull()
    expect(await phone.currentPerson()).toBe(anna)
    await outbox.add(deed('b'))
    expect(server.requests[1]?.commands[0]?.person).toBe(anna)
  })

  it('keeps what it could not send, in order, through a restart', async () => {
    const { disk, outbox, server } = await start()
    server.faults.push(
      () => Response.error(),
      () => new Response('', { status: 500 }),
    )
    let keptBeforeSending: number | undefined
    const onKept = () => (keptBeforeSending ??= server.requests.length)
    expect(await outbox.add(deed('a'), onKept)).toMatchObject({ status: 'waiting', kept: true })
    expect(await outbox.add(deed('b'))).toMatchObject({ status: 'waiting', kept: true })
    expect(keptBeforeSending).toBe(0)
    const restarted = disk.open()
    expect(await waitingCards(restarted)).toEqual(['a', 'b'])
    expect(await testOutbox(restarted, server.fetcher).flush()).toEqual({ left: 'nothing' })
    expect(server.order).toEqual(['a', 'b'])
  })

  const portal = '<html>Welcome to our hotel</html>'
  it.each([
    ['a hotel’s page', () => new Response(portal, { headers: { 'content-type': 'text/html' } })],
    ['JSON of somebody else', () => Response.json({ ok: true })],
    ['JSON that calls itself HTML', () => new Response('{"v":1,"person":null,"results":[]}')],
    ['a redirect', () => new Response(null, { status: 302, headers: { Location: '/sign-in' } })],
    ['401 of a proxy', () => new Response('no', { status: 401 })],
    ['500', () => Response.json({ v: 1 }, { status: 500 })],
    [
      'an answer that lists nothing',
      () =>
        Response.json({ v: 1, person: anna, results: [], serverTime: new Date().toISOString() }),
    ],
    [
      'an answer of another version',
      () =>
        Response.json({
          v: 2,
          person: anna,
          results: [{ id: uuid(100), status: 'accepted' }],
          serverTime: '',
        }),
    ],
  ])('takes %s for no answer', async (_name, answer) => {
    const { outbox, phone, server } = await start(['a'])
    server.faults.push(answer)
    expect((await outbox.flush()).left).toBe('later')
    expect(await waitingCards(phone)).toEqual(['a'])
  })

  it('sends again what was done but not answered, and it counts once', async () => {
    const { outbox, phone, server } = await start(['a', 'b'])
    server.faults.push(() => 'lose the answer')
    await outbox.flush()
    expect(await waitingCards(phone)).toEqual(['a', 'b'])
    await outbox.flush()
    expect(server.order).toEqual(['a', 'b'])
    expect(await waitingCards(phone)).toEqual([])
  })

  it('waits for the same person when the session has ended', async () => {
    const { outbox, phone, server } = await start(['a'])
    await phone.becomePerson(anna)
    server.faults.push(() => Response.json({ v: 1, error: 'no_session' }, { status: 401 }))
    expect(await outbox.flush()).toEqual({ left: 'paused' })
    await outbox.refresh()
    expect(outbox.view()).toMatchObject({ paused: 'no_session', waiting: [{ id: uuid(100) }] })
    await outbox.flush()
    await outbox.refresh()
    expect(outbox.view()).toMatchObject({ waiting: [], refused: [], paused: null })
  })

  it('does not take for refused what belongs to somebody else', async () => {
    const { outbox, phone, server } = await start(['a'])
    await phone.becomePerson(anna)
    server.faults.push((body) =>
      Response.json({
        v: 1,
        person: uuid(2),
        results: body.commands.map(({ id }) => ({ id, status: 'refused', reason: 'other_person' })),
        serverTime: new Date().toISOString(),
      }),
    )
    expect(await outbox.flush()).toEqual({ left: 'paused' })
    expect(await waitingCards(phone)).toEqual(['a'])
    expect(await phone.currentPerson()).toBe(anna)
  })

  it('keeps a refusal until it is retried or dropped, and goes on with the rest', async () => {
    const { outbox, phone, server } = await start()
    server.state.judge = (card) => (card === 'gone' ? 'refused' : 'accepted')
    const refused = await outbox.add(deed('gone'))
    expect(refused).toMatchObject({ status: 'refused', reason: 'unknown_card' })
    expect(await outbox.add(deed('b'))).toMatchObject({ status: 'sent' })
    await outbox.refresh()
    expect(outbox.view().refused).toMatchObject([{ id: refused.id, reason: 'unknown_card' }])
    server.state.judge = () => 'accepted'
    await outbox.retry(refused.id)
    await outbox.flush()
    expect(server.order).toEqual(['b', 'gone'])
    server.state.judge = () => 'refused'
    const again = await outbox.add(deed('c'))
    await outbox.drop(again.id)
    expect(outbox.view().refused).toEqual([])
    expect(await waitingCards(phone)).toEqual([])
  })

  it('holds back only the aggregate whose command has to wait', async () => {
    const { outbox, phone, server } = await start(['x', 'a', 'x', 'b'])
    server.state.judge = (card) => (card === 'x' ? 'retry' : 'accepted')
    expect((await outbox.flush()).left).toBe('later')
    expect(server.order).toEqual(['a', 'b'])
    expect(await waitingCards(phone)).toEqual(['x', 'x'])
  })

  it('sends in batches of at most 100 and 256 KB', async () => {
    const { outbox, server } = await start(Array.from({ length: 230 }, (_, at) => `card-${at}`))
    await outbox.flush()
    expect(server.requests.map(({ commands }) => commands.length)).toEqual([100, 100, 30])
    expect(server.order).toHaveLength(230)
    const fat = await start()
    for (let at = 0; at < 4; at++)
      await fat.outbox.add({ ...deed('x'), payload: { cardId: 'x', padding: 'ㄱ'.repeat(30_000) } })
    await fat.outbox.flush()
    for (const request of fat.server.requests)
      expect(JSON.stringify(request).length).toBeLessThan(256 * 1024)
    const huge = await fat.outbox.add({ ...deed('x'), payload: { cardId: 'ㄱ'.repeat(100_000) } })
    expect(huge.status).not.toBe('sent')
    await fat.outbox.refresh()
    expect(fat.outbox.view().refused).toMatchObject([{ reason: 'too_large' }])
  })

  it('halves a batch that the server finds too large', async () => {
    const { outbox, server } = await start(['a', 'b', 'c', 'd'])
    const tooLarge = () => Response.json({ v: 1, error: 'too_large' }, { status: 413 })
    server.faults.push(tooLarge, tooLarge)
    await outbox.flush()
    expect(server.requests.map(({ commands }) => commands.length)).toEqual([4, 2, 1, 1, 1, 1])
    expect(server.order).toEqual(['a', 'b', 'c', 'd'])
  })

  it('is one flusher, however many tabs flush at the same time', async () => {
    const { disk, server } = await start(['a', 'b', 'c'])
    const tabs = [1, 2, 3].map(() => testOutbox(disk.open(), server.fetcher))
    await Promise.all(tabs.map((tab) => tab.flush()))
    expect(server.requests).toHaveLength(1)
    expect(server.order).toEqual(['a', 'b', 'c'])
  })

  it('tells the tab that waits for an answer, also when another tab sent it', async () => {
    const disk = createTestDisk('two-tabs')
    const server = createTestServer()
    const [one, two] = [disk.open(), disk.open()]
    try {
      const [first, second] = [
        testOutbox(one, server.fetcher, 2_000),
        testOutbox(two, server.fetcher),
      ]
      server.faults.push(() => new Response('', { status: 500 }))
      const added = first.add(deed('a'))
      while ((await waitingCards(two)).length === 0)
        await new Promise((next) => setTimeout(next, 5))
      while (server.requests.length === 0) await new Promise((next) => setTimeout(next, 5))
      await second.flush()
      expect(await added).toMatchObject({ status: 'sent' })
    } finally {
      one.close()
      two.close()
    }
  })

  it('says that a deed is waiting when the answer takes too long', async () => {
    const phone = createTestDisk().open()
    const never = testOutbox(phone, () => new Promise(() => undefined))
    expect(await never.add(deed('a'))).toMatchObject({ status: 'waiting', kept: true })
  })

  it('tells a sign-out before anything else, and asks nothing while that fails', async () => {
    const { phone, outbox, server } = await start()
    await phone.becomePerson(anna)
    await phone.leavePerson({ keepOutbox: false, serverKnows: false })
    server.faults.push(() => Response.error())
    expect(await outbox.add(deed('b'))).toMatchObject({ status: 'waiting' })
    expect(server.requests).toMatchObject([{ leave: anna, commands: [] }])
    await outbox.flush()
    expect(server.requests.slice(1)).toMatchObject([
      { leave: anna },
      { commands: [{ person: null }] },
    ])
    expect(server.requests[2]?.leave).toBeUndefined()
  })

  it('counts each deed once and keeps the order, whatever goes wrong in between', async () => {
    const fault = fc.constantFrom('ok', 'lose', '500', 'portal', 'restart', 'two tabs')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fault, { maxLength: 12 }),
        fc.integer({ min: 1, max: 8 }),
        async (faults, count) => {
          const cards = Array.from({ length: count }, (_, at) => `card-${at}`)
          const { disk, server, phone } = await start(cards)
          let tab = testOutbox(phone, server.fetcher)
          for (const one of faults) {
            if (one === 'lose') server.faults.push(() => 'lose the answer')
            if (one === '500') server.faults.push(() => new Response('', { status: 500 }))
            if (one === 'portal') server.faults.push(() => new Response(portal))
            if (one === 'restart') tab = testOutbox(disk.open(), server.fetcher)
            if (one === 'two tabs') await testOutbox(disk.open(), server.fetcher).flush()
            await tab.flush()
          }
          server.faults.length = 0
          await tab.flush()
          expect(server.order).toEqual(cards)
          expect(await waitingCards(disk.open())).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })
})
