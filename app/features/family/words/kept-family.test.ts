import { expect, test } from 'vitest'
import type { Store } from '~/offline/store/store'
import { familyDate } from './family-date'
import { keepFamily, readFamily, type keptFamily } from './kept-family'

const word = (id: string, at: string) => ({ id, name: '김미영', words: '잘 지내세요', at })

/** A store of one thing, which takes it through JSON as the real one does. */
function storeOfOne() {
  let kept: string | null = null
  const forgotten: string[] = []
  const store = {
    read: (shape: typeof keptFamily) => {
      const read = kept === null ? null : shape.schema.safeParse(JSON.parse(kept))
      return Promise.resolve(read?.success ? read.data : null)
    },
    keep: (_: typeof keptFamily, value: unknown) => {
      kept = JSON.stringify(value)
      return Promise.resolve(true)
    },
    outbox: {
      forgetSent: (_: number, isAbout: (deed: { type: string }) => boolean) => {
        for (const type of ['say_fine', 'hear_word', 'record_facts'])
          if (isAbout({ type })) forgotten.push(type)
        return Promise.resolve()
      },
    },
  }
  return { store: store as unknown as Store, forgotten }
}

test('the day of a family is that of Korea', () => {
  expect(familyDate('2026-11-27T14:59:59Z')).toBe('2026-11-27')
  expect(familyDate('2026-11-27T15:00:00Z')).toBe('2026-11-28')
})

test('without a network 오늘 knows the family as the server last told it, and words of a week', async () => {
  const { store, forgotten } = storeOfOne()
  const now = new Date('2026-11-28T00:00:00Z')
  expect(await readFamily(store, now)).toBeNull()
  const [old, young] = [word('old', '2026-11-20T23:59:00Z'), word('young', '2026-11-21T00:01:00Z')]
  const news = {
    linked: true,
    sharesPresence: true,
    waiting: 2,
    askAgain: 1,
    day: '2026-11-26',
    fineAt: null,
    toShow: [],
    ladder: [],
  }
  await keepFamily(store, { ...news, words: [old, young] }, 0)
  expect(await readFamily(store, now)).toEqual({
    ...news,
    waiting: 0,
    askAgain: 0,
    day: '2026-11-28',
    words: [young],
  })
  expect(forgotten).toEqual(['say_fine', 'hear_word'])
})

test('a session without family leaves nothing of it on the phone', async () => {
  const { store } = storeOfOne()
  const now = new Date('2026-11-28T00:00:00Z')
  const news = {
    linked: true,
    sharesPresence: false,
    waiting: 0,
    askAgain: 0,
    day: '2026-11-28',
    fineAt: now.toISOString(),
    toShow: [],
    ladder: [],
  }
  await keepFamily(store, { ...news, words: [word('one', now.toISOString())] }, 0)
  await keepFamily(store, null, 0)
  expect(await readFamily(store, now)).toMatchObject({ linked: false, fineAt: null, words: [] })
})
