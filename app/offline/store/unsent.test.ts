import { IDBObjectStore } from 'fake-indexeddb'
import * as z from 'zod/mini'
import { afterEach, describe, expect, it } from 'vitest'
import { createTestDisk, deed } from '../test-phone'
import type { KeptShape } from './kept-shape'

const schema = z.string()
const copy: KeptShape<string> = { name: 'picture', v: 1, schema }
const unsent: KeptShape<string> = { name: 'picture', v: 1, unsent: true, schema }
const other: KeptShape<string> = { name: 'picture-of-another-kind', v: 1, unsent: true, schema }

const { put, add, delete: remove } = IDBObjectStore.prototype
const original = { put, add, delete: remove }
afterEach(() => void Object.assign(IDBObjectStore.prototype, original))

/** There is no room until something is deleted. */
function fill() {
  let full = true
  for (const name of ['put', 'add'] as const)
    IDBObjectStore.prototype[name] = function (...given) {
      if (full) throw new DOMException('full', 'QuotaExceededError')
      return original[name].apply(this, given)
    }
  IDBObjectStore.prototype.delete = function (...given) {
    full = false
    return original.delete.apply(this, given)
  }
}

describe.each([
  ['on the disk', {}],
  ['in memory', { indexedDB: null }],
])('what the server does not have yet, %s', (_where, parts) => {
  it('is listed with its ids, apart from copies and from other kinds', async () => {
    const store = await createTestDisk().open(parts).openStore()
    expect(await store.hasUnsent()).toBe(false)
    await store.keep(copy, 'a copy', 'one')
    await store.keep(other, 'other', 'one')
    expect(await store.listUnsent(unsent)).toEqual([])
    await store.keep(unsent, 'first', 'one')
    await store.keep(unsent, 'second', 'two')
    await store.keep(unsent, 'second again', 'two')
    const listed = await store.listUnsent(unsent)
    expect(listed.sort((a, b) => a.id.localeCompare(b.id))).toEqual([
      { id: 'one', value: 'first' },
      { id: 'two', value: 'second again' },
    ])
    expect(await store.read(copy, 'one')).toBe('a copy')
    for (const shape of [unsent, other])
      for (const id of ['one', 'two']) await store.forget(shape, id)
    expect(await store.hasUnsent()).toBe(false)
    expect(await store.read(copy, 'one')).toBe('a copy')
  })

  it('stays when copies are forgotten', async () => {
    const store = await createTestDisk().open(parts).openStore()
    await store.keep(copy, 'a copy')
    await store.keep(unsent, 'mine', 'one')
    await store.forgetCopies()
    expect(await store.read(copy)).toBeNull()
    expect(await store.read(unsent, 'one')).toBe('mine')
  })
})

describe('a full phone', () => {
  it('makes room for it from copies, as it does for a deed', async () => {
    const disk = createTestDisk()
    const store = await disk.open().openStore()
    await store.keep(copy, 'a copy')
    fill()
    expect(await store.keep(copy, 'another copy', 'two')).toBe(false)
    expect(await store.keep(unsent, 'mine', 'one')).toBe(true)
    Object.assign(IDBObjectStore.prototype, original)
    const reopened = await disk.open().openStore()
    expect(await reopened.read(copy)).toBeNull()
    expect(await reopened.read(unsent, 'one')).toBe('mine')
  })

  it('never makes room from it for a deed', async () => {
    const disk = createTestDisk()
    const store = await disk.open().openStore()
    await store.keep(unsent, 'mine', 'one')
    fill()
    const command = { ...deed('a'), id: 'a', person: null, occurredAt: '' }
    await store.outbox.add(command)
    Object.assign(IDBObjectStore.prototype, original)
    expect(await (await disk.open().openStore()).read(unsent, 'one')).toBe('mine')
  })
})

describe('a phone that changes hands', () => {
  it('takes it along to the account of whoever was a visitor', async () => {
    const disk = createTestDisk()
    const phone = disk.open()
    await (await phone.openStore()).keep(unsent, 'mine', 'one')
    await phone.becomePerson('anna')
    const store = await disk.open().openStore()
    expect(await store.listUnsent(unsent)).toEqual([{ id: 'one', value: 'mine' }])
  })

  it('locks it while somebody else is there, also with no deed beside it, and gives it back', async () => {
    const disk = createTestDisk()
    const phone = disk.open()
    await phone.becomePerson('anna')
    await (await phone.openStore()).keep(copy, 'a copy')
    await (await phone.openStore()).keep(unsent, 'mine', 'one')
    await phone.becomePerson('bora')
    expect(await (await phone.openStore()).hasUnsent()).toBe(false)
    await phone.becomePerson('anna')
    const store = await disk.open().openStore()
    expect(await store.read(unsent, 'one')).toBe('mine')
    expect(await store.read(copy)).toBeNull()
  })

  it('erases it with everything else when its person signs out', async () => {
    const disk = createTestDisk()
    const phone = disk.open()
    await phone.becomePerson('anna')
    await (await phone.openStore()).keep(unsent, 'mine', 'one')
    await phone.leavePerson({ keepOutbox: false, serverKnows: true })
    expect(await disk.names()).toEqual(['gyeote-phone'])
    await phone.becomePerson('anna')
    expect(await (await phone.openStore()).hasUnsent()).toBe(false)
  })
})
