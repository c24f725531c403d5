import { expect, test } from 'vitest'
import { createStore } from '~/offline/store/store'
import { createMemoryShelf } from '~/offline/store/memory-shelf'
import { openly } from '~/offline/store/sealer'
import { readDraft } from './kept-draft'

test.each([
  [true, 'waiting'],
  [false, null],
])('what an older build kept of a picture (%s) is read as %s', async (before, now) => {
  const store = createStore(null, createMemoryShelf(), () => Promise.resolve(openly))
  const value = { text: '택배', picks: [], checked: false, picture: before, at: Date.now() }
  await store.adopt({ name: 'scam-draft/message', v: 1, value })
  expect(await readDraft(store, 'message')).toMatchObject({ text: '택배', picture: now })
})
