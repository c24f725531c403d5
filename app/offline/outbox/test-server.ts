import { createTestDisk, deed, testOutbox } from '../test-phone'
import type { CommandResult, OutboxRequest } from './wire'

export const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const anna = uuid(1)

/** A server that counts each command once, and can be told what to do wrong. */
export function createTestServer() {
  const applied = new Map<string, string>()
  const requests: OutboxRequest[] = []
  const faults: ((body: OutboxRequest) => Response | 'lose the answer' | null)[] = []
  const order: string[] = []
  const state = {
    person: anna as string | null,
    judge: (_card: string): CommandResult['status'] => 'accepted',
  }

  const fetcher = (async (_url: unknown, init?: RequestInit) => {
    await Promise.resolve()
    const body = JSON.parse(String(init?.body)) as OutboxRequest
    requests.push(body)
    const fault = faults.shift()?.(body)
    if (fault instanceof Response) return fault
    const results = body.commands.map((command): CommandResult => {
      const card = (command.payload as { cardId: string }).cardId
      if (applied.has(command.id)) return { id: command.id, status: 'duplicate' }
      const status = state.judge(card)
      if (status === 'accepted') {
        applied.set(command.id, card)
        order.push(card)
      }
      return { id: command.id, status, ...(status === 'refused' ? { reason: 'unknown_card' } : {}) }
    })
    if (fault === 'lose the answer') throw new TypeError('Failed to fetch')
    return Response.json({
      v: 1,
      person: state.person,
      results,
      serverTime: new Date().toISOString(),
    })
  }) as typeof fetch
  return { fetcher, faults, order, requests, state }
}

/** A phone with deeds that wait about these cards, as `uuid(100)`, `uuid(101)` and so on. */
export async function start(cards: string[] = []) {
  const disk = createTestDisk()
  const server = createTestServer()
  const phone = disk.open()
  for (const [at, card] of cards.entries())
    await phone.withStore((store, person) =>
      store.outbox.add({
        ...deed(card),
        id: uuid(100 + at),
        person,
        occurredAt: new Date().toISOString(),
      }),
    )
  return { disk, server, phone, outbox: testOutbox(phone, server.fetcher) }
}
