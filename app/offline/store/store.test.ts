import { IDBObjectStore } from 'fake-indexeddb'
import * as z from 'zod/mini'
import { describe, expect, it } from 'vitest'
import { createTestDisk, deed } from '../test-phone'
import type { KeptShape } from './kept-shape'

const noted: KeptShape<{ note: string }> = {
  name: 'diary-of-kim',
  v: 1,
  schema: z.object({ note: z.string() }),
}

async function everythingOn(disk: ReturnType<typeof createTestDisk>, name: string) {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = disk.indexedDB.open(name)
    request.onsuccess = () => resolve(request.result as unknown as IDBDatabase)
  })
  const tx = database.transaction([...database.objectStoreNames], 'readonly')
  const all: unknown[] = []
  for (const store of database.objectStoreNames)
    for (const ask of ['getAll', 'getAllKeys'] as const)
      all.push(
        ...(await new Promise<unknown[]>((resolve) => {
          const request = tx.objectStore(store)[ask]()
          request.onsuccess = () => resolve(request.result)
        })),
      )
  database.close()
  return all
}

/** Text of everything readable in a record, with bytes read as latin letters. */
function readable(value: unknown): string {
  if (value instanceof ArrayBuffer) return Buffer.from(value).toString('latin1')
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer).toString('latin1')
  if (value instanceof CryptoKey) return `key(${value.extractable})`
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, inner]) => `${key}:${readable(inner)}`)
      .join(' ')
  return String(value)
}

describe('what the phone keeps', () => {
  it('comes back after a restart', async () => {
    const disk = createTestDisk()
    expect(await (await disk.open().openStore()).keep(noted, { note: '안녕하세요' })).toBe(true)
    expect(await (await disk.open().openStore()).read(noted)).toEqual({ note: '안녕하세요' })
  })

  it('comes back several at once, each by its id, with nothing where there is none', async () => {
    const disk = createTestDisk()
    const store = await disk.open().openStore()
    await store.keep(noted, { note: 'one' }, 'a')
    await store.keep(noted, { note: 'two' }, 'b')
    const restarted = await disk.open().openStore()
    expect(await restarted.readAll(noted, ['b', 'none', 'a'])).toEqual([
      { note: 'two' },
      null,
      { note: 'one' },
    ])
    const forgetful = await disk.open({ indexedDB: null }).openStore()
    await forgetful.keep(noted, { note: 'here' }, 'a')
    expect(await forgetful.readAll(noted, ['a', 'b'])).toEqual([{ note: 'here' }, null])
  })

  it('lies there so that neither names nor values can be read, under a key that is not handed out', async () => {
    const disk = createTestDisk()
    const store = await disk.open().openStore()
    await store.keep(noted, { note: 'insulin' }, 'secret-id')
    await store.outbox.add({
      ...deed('fraud-card'),
      id: '0190a000-0000-7000-8000-000000000001',
      person: null,
      occurredAt: '2026-11-24T00:00:00.000Z',
    })
    const text = (await everythingOn(disk, 'gyeote-visitor')).map(readable).join('\n')
    expect(text).not.toMatch(/insulin|diary|secret-id|fraud-card|complete_card/)
    expect(text).toContain('key(false)')
    expect(text).not.toContain('key(true)')
  })

  it('is read in the shape of today by way of every version between', async () => {
    const disk = createTestDisk()
    const v1: KeptShape<string> = { name: 'track', v: 1, schema: z.string() }
    const v3: KeptShape<{ ids: string[] }> = {
      name: 'track',
      v: 3,
      schema: z.object({ ids: z.array(z.string()) }),
      older: { 1: (id) => ({ id }), 2: (value) => ({ ids: [(value as { id: string }).id] }) },
    }
    await (await disk.open().openStore()).keep(v1, 'fraud')
    const store = await disk.open().openStore()
    expect(await store.read(v3)).toEqual({ ids: ['fraud'] })
    await store.keep(v3, { ids: ['a', 'b'] })
    expect(await store.read(v1)).toBeNull() // after a roll-back: unknown, not misread
  })

  it('is nothing rather than an error when it does not fit or is damaged', async () => {
    const disk = createTestDisk()
    const store = await disk.open().openStore()
    const other: KeptShape<number> = { name: noted.name, v: 1, schema: z.number() }
    await store.keep(noted, { note: 'x' })
    expect(await store.read(other)).toBeNull()
    expect(await store.read(noted, 'never kept')).toBeNull()
  })

  it('is still there for this page when the phone is full, and outbox entries take the room of copies', async () => {
    const disk = createTestDisk()
    const store = await disk.open().openStore()
    await store.keep(noted, { note: 'a copy that can be fetched again' })
    let full = true
    const put = IDBObjectStore.prototype.put
    const add = IDBObjectStore.prototype.add
    const remove = IDBObjectStore.prototype.delete
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    IDBObjectStore.prototype.put = function (...given) {
      return full ? refuse() : put.apply(this, given)
    }
    IDBObjectStore.prototype.add = function (...given) {
      return full ? refuse() : add.apply(this, given)
    }
    IDBObjectStore.prototype.delete = function (...given) {
      full = false
      return remove.apply(this, given)
    }
    try {
      expect(await store.keep(noted, { note: 'new' }, 'b')).toBe(false)
      expect(await store.read(noted, 'b')).toEqual({ note: 'new' })
      const command = { ...deed('a'), id: 'a', person: null, occurredAt: '' }
      expect(await store.outbox.add(command)).toBe(true)
      expect(await store.read(noted)).toBeNull()
    } finally {
      Object.assign(IDBObjectStore.prototype, { put, add, delete: remove })
    }
    expect(await (await disk.open().openStore()).outbox.list()).toHaveLength(1)
  })

  it.each([
    ['has no IndexedDB', { indexedDB: null }],
    ['has no cryptography', { subtle: null }],
  ])('lives as long as the page on a phone that %s', async (_name, parts) => {
    const phone = createTestDisk().open(parts)
    const store = await phone.openStore()
    expect(store.durable).toBe(false)
    expect(await store.keep(noted, { note: 'x' })).toBe(false)
    expect(await store.read(noted)).toEqual({ note: 'x' })
    await phone.becomePerson('p')
    expect(await (await phone.openStore()).read(noted)).toEqual({ note: 'x' })
  })

  it('throws nowhere when the database fails to open', async () => {
    const broken = {
      open: () => {
        throw new Error('storage is broken')
      },
    } as unknown as IDBFactory
    const phone = createTestDisk().open({ indexedDB: broken })
    const store = await phone.openStore()
    expect(await store.keep(noted, { note: 'x' })).toBe(false)
    expect(await store.read(noted)).toEqual({ note: 'x' })
    expect(await store.outbox.add({ ...deed('a'), id: 'a', person: null, occurredAt: '' })).toBe(
      false,
    )
    expect(await store.outbox.list()).toHaveLength(1)
    await phone.leavePerson({ keepOutbox: false, serverKnows: false })
  })

  it('says of a deed whose key is gone that it cannot be read, and keeps it until dropped', async () => {
    const disk = createTestDisk()
    const first = await disk.open().openStore()
    await first.outbox.add({ ...deed('a'), id: 'a', person: null, occurredAt: '' })
    await new Promise<void>((resolve) => {
      const open = disk.indexedDB.open('gyeote-visitor')
      open.onsuccess = () => {
        const tx = open.result.transaction('key', 'readwrite')
        tx.objectStore('key').clear()
        tx.oncomplete = () => {
          open.result.close()
          resolve()
        }
      }
    })
    const store = await disk.open().openStore()
    expect(await store.outbox.list()).toMatchObject([
      { id: 'a', state: 'refused', reason: 'unreadable' },
    ])
    await store.outbox.remove(['a'])
    expect(await store.outbox.list()).toEqual([])
  })
})

describe('two tabs', () => {
  it('make one key between them, whoever is first', async () => {
    const disk = createTestDisk()
    const stores = await Promise.all([1, 2, 3, 4].map(() => disk.open().openStore()))
    await Promise.all(stores.map((store, at) => store.keep(noted, { note: `${at}` }, `${at}`)))
    for (const at of [0, 1, 2, 3])
      expect(await (await disk.open().openStore()).read(noted, `${at}`)).toEqual({ note: `${at}` })
  })

  it('wipe while the other tab has everything open: it reads nothing, and can go on', async () => {
    const disk = createTestDisk()
    const [one, two] = [disk.open(), disk.open()]
    await one.becomePerson('anna')
    const behind = await two.openStore()
    await behind.keep(noted, { note: 'x' })
    await one.leavePerson({ keepOutbox: false, serverKnows: true })
    expect(await behind.read(noted)).toBeNull()
    // A copy that was still under way when somebody signed out must not bring their things back.
    expect(await behind.keep(noted, { note: 'late' })).toBe(false)
    expect(await disk.names()).not.toContain('gyeote-anna')
    expect(await disk.names()).not.toContain('gyeote-visitor')
    const after = await two.openStore()
    expect(after.personId).toBeNull()
    expect(await after.keep(noted, { note: 'y' })).toBe(true)
  })
})
