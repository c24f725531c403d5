import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import * as z from 'zod/mini'
import { afterEach, describe, expect, it } from 'vitest'
import type { Phone } from './phone'
import type { KeptShape } from './store/kept-shape'
import { createTestDisk, deed, waitingCards } from './test-phone'

const noted: KeptShape<string> = { name: 'note', v: 1, schema: z.string() }
const original = {
  put: IDBObjectStore.prototype.put,
  add: IDBObjectStore.prototype.add,
  delete: IDBObjectStore.prototype.delete,
  clear: IDBObjectStore.prototype.clear,
  getAll: IDBObjectStore.prototype.getAll,
}
const originalDeleteDatabase = IDBFactory.prototype.deleteDatabase

afterEach(() => {
  Object.assign(IDBObjectStore.prototype, original)
  IDBFactory.prototype.deleteDatabase = originalDeleteDatabase
})

/** From the nth write on nothing reaches the disk any more, as if the phone were switched off there. */
function killAtWrite(n: number): { writes(): number } {
  let writes = 0
  const may = () => {
    writes += 1
    if (writes >= n) throw new DOMException('killed', 'AbortError')
  }
  for (const name of ['put', 'add', 'delete', 'clear'] as const)
    IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...given: never[]) {
      may()
      return (original[name] as (...all: never[]) => never).apply(this, given)
    } as never
  IDBFactory.prototype.deleteDatabase = function (name) {
    may()
    return originalDeleteDatabase.call(this, name)
  }
  return { writes: () => writes }
}

function powerBack() {
  Object.assign(IDBObjectStore.prototype, original)
  IDBFactory.prototype.deleteDatabase = originalDeleteDatabase
}

async function doDeeds(phone: Phone, ...cards: string[]) {
  for (const card of cards)
    await phone.withStore((store, person) =>
      store.outbox.add({ ...deed(card), id: `id-${card}`, person, occurredAt: '' }),
    )
}

describe('a phone that becomes somebody’s', () => {
  it('takes along what was kept and done before, in order, stamped with the person', async () => {
    const disk = createTestDisk()
    const phone = disk.open()
    await doDeeds(phone, 'a', 'b', 'c')
    await (await phone.openStore()).keep(noted, 'visitor')
    await phone.becomePerson('anna')
    const store = await disk.open().openStore()
    const entries = await store.outbox.list()
    expect(entries.map(({ id, command }) => [id, command?.person])).toEqual([
      ['id-a', 'anna'],
      ['id-b', 'anna'],
      ['id-c', 'anna'],
    ])
    expect(await store.read(noted)).toBe('visitor')
    expect(await disk.names()).toEqual(['gyeote-anna', 'gyeote-phone'])
  })

  it('reads what waits a few times, however much it is', async () => {
    const phone = createTestDisk().open()
    const cards = Array.from({ length: 250 }, (_, i) => `${i}`)
    await doDeeds(phone, ...cards)
    let reads = 0
    IDBObjectStore.prototype.getAll = function (this: IDBObjectStore, ...given) {
      reads += 1
      return original.getAll.apply(this, given)
    }
    await phone.becomePerson('anna')
    expect(reads).toBeLessThan(12)
    powerBack()
    expect(await waitingCards(phone)).toEqual(cards)
  })

  it('does not overwrite what the person’s own store keeps', async () => {
    const phone = createTestDisk().open()
    await phone.becomePerson('anna')
    await (await phone.openStore()).keep(noted, 'own')
    await phone.leavePerson({ keepOutbox: true, serverKnows: true })
    await doDeeds(phone, 'a')
    await (await phone.openStore()).keep(noted, 'visitor')
    await phone.becomePerson('anna')
    expect(await waitingCards(phone)).toEqual(['a'])
  })

  it('survives a kill at every write, without losing or doubling a deed', async () => {
    let finished = false
    for (let n = 1; !finished; n++) {
      const disk = createTestDisk()
      await doDeeds(disk.open(), 'a', 'b', 'c')
      const killed = killAtWrite(n)
      await disk
        .open()
        .becomePerson('anna')
        .catch(() => undefined)
      finished = killed.writes() < n
      powerBack()

      const phone = disk.open()
      await phone.becomePerson('anna')
      expect(await waitingCards(phone), `killed at write ${n}`).toEqual(['a', 'b', 'c'])
      expect(await disk.names(), `killed at write ${n}`).toEqual(['gyeote-anna', 'gyeote-phone'])
      expect(n).toBeLessThan(40)
    }
  })

  it('finishes by itself at the next start when the person was already written down', async () => {
    const disk = createTestDisk()
    await doDeeds(disk.open(), 'a', 'b')
    killAtWrite(3)
    await disk
      .open()
      .becomePerson('anna')
      .catch(() => undefined)
    powerBack()
    const phone = disk.open()
    expect(await phone.currentPerson()).toBe('anna')
    expect(await waitingCards(phone)).toEqual(['a', 'b'])
  })
})

describe('a phone that changes hands', () => {
  it('keeps no locked store for deeds that were sent', async () => {
    const disk = createTestDisk()
    const phone = disk.open()
    await phone.becomePerson('anna')
    await doDeeds(phone, 'a')
    await (await phone.openStore()).outbox.markSent(['id-a'], Date.now())
    await phone.leavePerson({ keepOutbox: true, serverKnows: true })
    expect(await disk.names()).toEqual(['gyeote-phone'])
  })

  it('locks the unsent deeds of the one before and shows them to nobody else', async () => {
    const disk = createTestDisk()
    const phone = disk.open()
    await phone.becomePerson('anna')
    await doDeeds(phone, 'a')
    await (await phone.openStore()).keep(noted, 'of anna')
    await phone.becomePerson('bert')
    expect(await waitingCards(phone)).toEqual([])
    expect(await (await phone.openStore()).read(noted)).toBeNull()
    await phone.becomePerson('anna')
    expect(await waitingCards(phone)).toEqual(['a'])
    expect(await (await phone.openStore()).read(noted)).toBeNull()
  })

  it('moves the deeds of an adopted anonymous account, which keep its id', async () => {
    const phone = createTestDisk().open()
    await phone.becomePerson('anonymous')
    await doDeeds(phone, 'a', 'b')
    await phone.becomePerson('anna', { adopted: ['anonymous'] })
    const entries = await (await phone.openStore()).outbox.list()
    expect(entries.map(({ command }) => command?.person)).toEqual(['anonymous', 'anonymous'])
  })

  it('moves them also when the adoption is known only later', async () => {
    const disk = createTestDisk()
    const phone = disk.open()
    await phone.becomePerson('anonymous')
    await doDeeds(phone, 'a')
    await phone.becomePerson('anna')
    await phone.becomePerson('anna', { adopted: ['anonymous'] })
    expect(await waitingCards(phone)).toEqual(['a'])
    expect(await disk.names()).toEqual(['gyeote-anna', 'gyeote-phone'])
  })

  it('erases everything when somebody leaves, and leaves a note for the server', async () => {
    const disk = createTestDisk()
    const phone = disk.open()
    await phone.becomePerson('anna')
    await doDeeds(phone, 'a')
    const before = (await phone.facts()).deviceId
    await phone.leavePerson({ keepOutbox: false, serverKnows: false })
    expect(await disk.names()).toEqual(['gyeote-phone'])
    const facts = await disk.open().facts()
    expect(facts).toMatchObject({ person: null, signedOut: 'anna', locked: [], wiping: [] })
    expect(facts.deviceId).not.toBe(before)
  })

  it('keeps unsent deeds for the same person when asked to, and nothing else', async () => {
    const disk = createTestDisk()
    const phone = disk.open()
    await phone.becomePerson('anna')
    await doDeeds(phone, 'a')
    await phone.leavePerson({ keepOutbox: true, serverKnows: true })
    expect(await waitingCards(phone)).toEqual([])
    await phone.becomePerson('anna')
    expect(await waitingCards(phone)).toEqual(['a'])
  })

  it('is wiped after a kill at any write of leaving', async () => {
    let finished = false
    for (let n = 2; !finished; n++) {
      const disk = createTestDisk()
      const phone = disk.open()
      await phone.becomePerson('anna')
      await doDeeds(phone, 'a')
      await (await phone.openStore()).keep(noted, 'of anna')
      phone.close()
      const killed = killAtWrite(n)
      await disk
        .open()
        .leavePerson({ keepOutbox: false, serverKnows: false })
        .catch(() => undefined)
      finished = killed.writes() < n
      powerBack()
      const next = disk.open()
      expect(await next.currentPerson()).toBeNull()
      expect(await disk.names(), `killed at write ${n}`).toEqual(['gyeote-phone'])
    }
  })
})
