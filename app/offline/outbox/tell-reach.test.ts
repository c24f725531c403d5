import { describe, expect, it } from 'vitest'
import { deed, testOutbox } from '../test-phone'
import { createTestServer, start } from './test-server'

describe('what the server is told of the phone', () => {
  it('says with each batch how much stays behind, refused deeds too', async () => {
    const { outbox, server } = await start(['a', 'b'])
    server.state.judge = (card) => (card === 'a' ? 'refused' : 'accepted')
    await outbox.flush()
    expect(server.requests.map(({ unsent }) => unsent)).toEqual([0])
    await outbox.tellReach()
    expect(server.requests.at(-1)).toMatchObject({ commands: [], unsent: 1 })
    const [refused] = outbox.view().refused
    await outbox.drop(refused?.id ?? '')
    await outbox.tellReach()
    expect(server.requests.at(-1)).toMatchObject({ commands: [], unsent: 0 })
  })

  it('tries what waits first, and counts what did not arrive', async () => {
    const { outbox, phone } = await start(['a'])
    await outbox.flush()
    const server = createTestServer()
    const later = testOutbox(phone, server.fetcher)
    for (let i = 0; i < 9; i++)
      server.faults.push(({ commands }) => (commands.length > 0 ? Response.error() : null))
    await later.add(deed('b'))
    await later.tellReach()
    expect(server.requests.at(-2)?.commands).toHaveLength(1)
    expect(server.requests.at(-1)).toMatchObject({ commands: [], unsent: 1 })
  })

  it('is nothing while nobody is known', async () => {
    const { outbox, server } = await start()
    await outbox.tellReach()
    expect(server.requests).toEqual([])
  })

  it('never fails without a network', async () => {
    const { phone, outbox } = await start(['a'])
    await outbox.flush()
    const dead = testOutbox(phone, () => Promise.reject(new TypeError('no network')))
    await expect(dead.tellReach()).resolves.toBeUndefined()
  })
})
