import { IDBFactory } from 'fake-indexeddb'
import { createLocalLocks, type Locks } from './locks'
import { createOutbox, type Outbox } from './outbox/outbox'
import { createPhone, type Phone, type PhoneParts } from './phone'

/** What all tabs and the worker of one phone share, for tests. */
export interface TestDisk {
  indexedDB: IDBFactory
  locks: Locks
  /** Opens a tab: its own memory over the same disk. */
  open(parts?: Partial<PhoneParts>): Phone
  /** Names of the databases on the disk. */
  names(): Promise<string[]>
}

export function createTestDisk(channelName: string | null = null): TestDisk {
  const indexedDB = new IDBFactory()
  const locks = createLocalLocks()
  return {
    indexedDB,
    locks,
    open: (parts = {}) =>
      createPhone({
        indexedDB,
        subtle: crypto.subtle,
        locks,
        makeChannel: channelName === null ? null : () => new BroadcastChannel(channelName),
        now: Date.now,
        ...parts,
      }),
    names: async () => (await indexedDB.databases()).map(({ name }) => name ?? '').sort(),
  }
}

export const deed = (cardId: string) => ({
  type: 'complete_card',
  typeV: 1,
  payload: { cardId, answer: 0, completedOn: '2026-11-24' },
  aggregate: `card:${cardId}`,
})

/** An outbox whose server is `fetch`; gives up waiting for an answer after 300 ms. */
export function testOutbox(phone: Phone, fetcher: typeof fetch, answerLimitMs = 300): Outbox {
  return createOutbox({ phone, fetch: fetcher, build: 'test', answerLimitMs })
}

/** The commands' card ids as they wait. */
export async function waitingCards(phone: Phone): Promise<string[]> {
  const entries = await (await phone.openStore()).outbox.list()
  return entries
    .filter((entry) => entry.state === 'waiting')
    .map((entry) => (entry.command?.payload as { cardId: string }).cardId)
}
