import { describe, expect, it } from 'vitest'
import { commandKinds, readDeed, type CommandType } from './catalog'
import { catalogHandlers } from './catalog.server'
import { toNewest } from './command-kind'
import { readCommand } from './read-command'
import { shippedPayloads } from './shipped-payloads'

const types = Object.keys(commandKinds) as CommandType[]

describe.each(types)('command %s', (type) => {
  const { typeV: newest } = commandKinds[type]
  const versions = Array.from({ length: newest }, (_, at) => at + 1)

  it.each(versions)('of version %i is still read, and has a use case', (typeV) => {
    const payload = shippedPayloads[type][typeV]
    expect(payload, 'every version has a payload as it was shipped').toBeDefined()
    const read = readCommand({ type, typeV, payload })
    expect(read).toMatchObject({ read: 'known', command: { type } })
    expect(readDeed({ type, typeV, payload })).toEqual(read.read === 'known' && read.command)
    expect(catalogHandlers.handlers[type]).toBeTypeOf('function')
  })

  it('of a later version waits for a newer server', () => {
    const later = { type, typeV: newest + 1, payload: {} }
    expect(readCommand(later).read).toBe('unknown')
    expect(readDeed(later)).toBeNull()
  })
})

describe('the catalog', () => {
  it('has everything that was ever shipped', () => {
    for (const [type, versions] of Object.entries(shippedPayloads))
      expect(commandKinds[type as CommandType]?.typeV).toBe(Object.keys(versions).length)
  })

  it('does not take names of Object for commands', () => {
    expect(readCommand({ type: 'constructor', typeV: 1 }).read).toBe('unknown')
  })

  it('keeps the order of commands about one card, of whatever type', () => {
    const about = { cardId: 'about', answer: 0 }
    const done = { ...about, completedOn: '2026-11-24' }
    const again = { ...about, answeredOn: '2026-11-24' }
    for (const [type, payload] of [
      ['complete_card', done],
      ['answer_review', again],
    ] as const)
      expect(readCommand({ type, typeV: 1, payload })).toMatchObject({ aggregate: 'card:about' })
  })

  it('reads older versions by way of every version between', () => {
    const older = {
      1: (payload: unknown) => ({ id: payload }),
      2: (payload: unknown) => ({ ids: [(payload as { id: string }).id] }),
    }
    expect(toNewest({ typeV: 3, older }, 1, 'a')).toEqual({ payload: { ids: ['a'] } })
    expect(toNewest({ typeV: 3, older }, 3, 'a')).toEqual({ payload: 'a' })
    expect(toNewest({ typeV: 3, older }, 4, 'a')).toBeUndefined()
  })
})
