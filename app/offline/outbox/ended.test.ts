// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { KeptShape } from '../store/kept-shape'
import * as z from 'zod/mini'
import { createTestDisk, deed, testOutbox } from '../test-phone'
import { createOutbox } from './outbox'
import { anna, createTestServer, uuid } from './test-server'
import type { OutboxRequest } from './wire'

const diary: KeptShape<string> = { name: 'diary', v: 1, schema: z.string() }

/** Anna's phone with a copy and a deed that waits, and a server that is told how to answer next. */
async function annasPhone() {
  const disk = createTestDisk()
  const phone = disk.open()
  await phone.becomePerson(anna)
  await phone.withStore(async (store) => {
    await store.keep(diary, 'insulin')
    await store.outbox.add({ ...deed('a'), id: uuid(100), person: anna, occurredAt: '' })
  })
  const server = createTestServer()
  const { deviceId } = await phone.facts()
  const ends: string[] = []
  const outbox = createOutbox({
    phone,
    fetch: server.fetcher,
    build: 'test',
    answerLimitMs: 300,
    whenEnded: () => Promise.resolve(ends.push('ended')),
  })
  return { disk, phone, server, outbox, ends, deviceId }
}

const ended = (body: OutboxRequest, changes: object = {}) => ({
  v: 1,
  error: 'no_session',
  ended: { person: anna, device: body.deviceId, as: 'lost', ...changes },
})

describe('a phone that somebody ended from another one', () => {
  it('erases everything when it hears of it while sending, and says how much was lost', async () => {
    const { disk, phone, server, outbox, ends, deviceId } = await annasPhone()
    server.faults.push((body) => Response.json(ended(body), { status: 401 }))
    expect(await outbox.flush()).toEqual({ left: 'nothing' })
    expect(await phone.facts()).toMatchObject({
      person: null,
      signedOut: null,
      ended: { person: anna, as: 'lost', lost: 1 },
    })
    expect(await disk.names()).not.toContain(`gyeote-${anna}`)
    expect((await phone.facts()).deviceId).not.toBe(deviceId)
    expect(ends).toEqual(['ended'])
    // The server may take the session's cookies now.
    expect(server.requests.at(-1)).toMatchObject({ leave: anna, commands: [] })
  })

  it('also when it only asks', async () => {
    const { phone, server, outbox, disk } = await annasPhone()
    server.faults.push((body) =>
      Response.json({
        ...ended(body),
        person: null,
        results: [],
        serverTime: new Date().toISOString(),
      }),
    )
    await outbox.askWhetherEnded()
    expect((await phone.facts()).ended).toMatchObject({ lost: 1 })
    expect(await disk.names()).not.toContain(`gyeote-${anna}`)
    expect(server.requests.map(({ commands }) => commands)).toEqual([[], []])
  })

  it('goes on with it at the next start, when it was killed before the server knew', async () => {
    const { disk, server, outbox } = await annasPhone()
    server.faults.push((body) => Response.json(ended(body), { status: 401 }))
    server.faults.push(() => Response.error())
    await outbox.flush()
    const next = disk.open()
    expect((await next.facts()).signedOut).toBe(anna)
    await testOutbox(next, server.fetcher).flush()
    expect((await next.facts()).signedOut).toBeNull()
    expect((await next.facts()).ended).not.toBeNull()
  })

  it('says so until the same person is back', async () => {
    const { phone, server, outbox } = await annasPhone()
    server.faults.push((body) => Response.json(ended(body), { status: 401 }))
    await outbox.flush()
    await phone.becomePerson(uuid(2))
    expect((await phone.facts()).ended).not.toBeNull()
    await phone.becomePerson(anna)
    expect((await phone.facts()).ended).toBeNull()
  })

  const json = (status: number, body: unknown) => Response.json(body, { status })
  it.each<[string, (body: OutboxRequest) => Response]>([
    ['no network', () => Response.error()],
    [
      'a hotel',
      () => new Response('<h1>Welcome</h1>', { headers: { 'Content-Type': 'text/html' } }),
    ],
    ['a redirect', () => new Response(null, { status: 302, headers: { Location: '/portal' } })],
    ['a server that is ill', (body) => json(500, ended(body))],
    ['a gate in between', (body) => json(403, ended(body))],
    ['a session that ran out', () => json(401, { v: 1, error: 'no_session' })],
    ['an answer to somebody else', (body) => json(401, ended(body, { person: uuid(9) }))],
    ['an answer to another phone', (body) => json(401, ended(body, { device: uuid(9) }))],
    ['a reason it does not know', (body) => json(401, ended(body, { as: 'because' }))],
    ['a page of that shape', (body) => new Response(JSON.stringify(ended(body)), { status: 401 })],
  ])('is not taken for one by %s', async (_name, answer) => {
    const { phone, server, outbox, ends } = await annasPhone()
    server.faults.push(answer, answer)
    await outbox.flush()
    await outbox.askWhetherEnded()
    const store = await phone.openStore()
    expect(store.personId).toBe(anna)
    expect(await store.read(diary)).toBe('insulin')
    expect((await phone.facts()).ended).toBeNull()
    expect(ends).toEqual([])
  })
})
