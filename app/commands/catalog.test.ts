import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { commandKinds, readCommand, type CommandType } from './catalog'
import { catalogHandlers } from './catalog.server'
import { commandKind } from './command-kind'

const types = Object.keys(commandKinds) as CommandType[]

/** What was ever shipped. Add to it; nothing in it may ever go. */
const shipped: Record<string, number> = {
  complete_card: 1,
  answer_review: 1,
  choose_track: 1,
  set_name: 1,
}

describe.each(types)('command %s', (type) => {
  const kind = commandKinds[type]
  const versions = Array.from({ length: kind.typeV }, (_, at) => at + 1)

  it.each(versions)('of version %i is still read, and has a use case', (typeV) => {
    const payload = (kind.fixtures as Record<number, unknown>)[typeV]
    expect(payload, 'every version has a fixture').toBeDefined()
    expect(readCommand({ type, typeV, payload })).toMatchObject({
      read: 'known',
      command: { type },
    })
    expect(catalogHandlers.handlers[type]).toBeTypeOf('function')
  })

  it('of a later version waits for a newer server', () => {
    expect(readCommand({ type, typeV: kind.typeV + 1, payload: {} }).read).toBe('unknown')
  })
})

describe('the catalog', () => {
  it('has everything that was ever shipped', () => {
    for (const [type, typeV] of Object.entries(shipped))
      expect(commandKinds[type as CommandType]?.typeV).toBeGreaterThanOrEqual(typeV)
  })

  it('does not take names of Object for commands', () => {
    expect(readCommand({ type: 'constructor', typeV: 1 }).read).toBe('unknown')
  })

  it('keeps the order of commands about one card, of whatever type', () => {
    const about = { cardId: 'about', answer: 0 }
    const done = readCommand({
      type: 'complete_card',
      typeV: 1,
      payload: { ...about, completedOn: '2026-11-24' },
    })
    const review = readCommand({
      type: 'answer_review',
      typeV: 1,
      payload: { ...about, answeredOn: '2026-11-24' },
    })
    expect(done).toMatchObject({ aggregate: 'card:about' })
    expect(review).toMatchObject({ aggregate: 'card:about' })
  })

  it('lets a kind say how to read its older versions', () => {
    const kind = commandKind({
      typeV: 2,
      schema: z.object({ ids: z.array(z.string()) }),
      older: { 1: (payload) => ({ ids: [(payload as { id: string }).id] }) },
      aggregate: ({ ids }) => ids.join(),
      fixtures: { 1: { id: 'a' }, 2: { ids: ['a'] } },
    })
    expect(kind.schema.parse(kind.older?.[1]?.(kind.fixtures[1]))).toEqual(kind.fixtures[2])
  })
})
