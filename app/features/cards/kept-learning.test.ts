import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTestDisk } from '~/offline/test-phone'
import type { Store } from '~/offline/store/store'
import type { Card } from './card'
import { keepCardTexts, keepLearningPage, keptCard, listChangedIds } from './kept-learning'
import { newLearning } from './learning'
import type { LearningPage } from './learning-page'

const ids = Array.from({ length: 12 }, (_, at) => `card-${at}`)
let editions: Record<string, string>
let asked: string[]
let store: Store

const cardOf = (id: string): Card => ({
  id,
  track: 'smartphone-basics',
  order: ids.indexOf(id),
  title: id,
  level: 1,
  minutes: 3,
  points: 10,
  why: [`${editions[id]}`],
  steps: [],
  task: [],
  quiz: { question: '무엇일까요?', answers: [], explanation: [] },
  source: { title: '널리 알려진 사용법' },
  checked: '2026-11-24',
  edition: `${editions[id]}`,
})

const pageNow = (): LearningPage => ({
  shell: false,
  personId: null,
  learning: newLearning,
  catalogue: ids.map((id) => ({ ...cardOf(id), rightAnswer: null })),
  today: '2026-11-24',
  hour: 9,
})

beforeEach(async () => {
  editions = Object.fromEntries(ids.map((id) => [id, 'one']))
  asked = []
  store = await createTestDisk().open().openStore()
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address)
    return Promise.resolve(Response.json(cardOf(address.split('/')[2] ?? '')))
  })
})
afterEach(() => vi.unstubAllGlobals())

async function keep(page: LearningPage) {
  const changedIds = await listChangedIds(store, page)
  await keepLearningPage(store, page, 0)
  await keepCardTexts(store, page, changedIds)
}
const whyOf = async (id: string) => (await store.read(keptCard, id))?.why

test('the texts of today and the seven days after it are fetched once', async () => {
  await keep(pageNow())
  expect(asked).toEqual(ids.slice(0, 8).map((id) => `/learn/${id}/text`))
  await keep(pageNow())
  expect(asked).toHaveLength(8)
})

test('a text that was corrected is fetched anew, of the coming cards and of those read before', async () => {
  await keep(pageNow())
  await store.keep(keptCard, cardOf('card-10'), 'card-10')
  Object.assign(editions, { 'card-3': 'two', 'card-10': 'two', 'card-11': 'two' })
  asked = []
  await keep(pageNow())
  expect(asked).toEqual(['/learn/card-3/text', '/learn/card-10/text'])
  expect(await whyOf('card-3')).toEqual(['two'])
  expect(await whyOf('card-10')).toEqual(['two'])
})

test('what could not be fetched stays as it was, and comes with the next page', async () => {
  await keep(pageNow())
  editions['card-3'] = 'two'
  const network = fetch
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 503 })))
  await keep(pageNow())
  expect(await whyOf('card-3')).toEqual(['one'])
  vi.stubGlobal('fetch', network)
  await keep(pageNow())
  expect(await whyOf('card-3')).toEqual(['two'])
})
