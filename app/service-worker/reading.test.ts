import { beforeEach, expect, it } from 'vitest'
import { readingCache, readingFolder } from '~/features/scam-check/pictures/reading-files'
import { answerReading, oldReadingCaches } from './reading'

const url = `http://localhost${readingFolder}kor.traineddata.gz`
const file = () => new Response('words', { headers: { 'Content-Type': 'application/gzip' } })
let kept: Map<string, Response>
let works: Promise<unknown>[]
beforeEach(() => {
  kept = new Map()
  works = []
})

async function answer(fetched: () => Promise<Response>, room = true): Promise<string> {
  const cache = {
    match: async (key: string) => kept.get(key)?.clone(),
    put: async (key: string, response: Response) => {
      if (!room) throw new Error('no room')
      kept.set(key, response)
    },
  }
  const caches = { open: async () => cache } as unknown as CacheStorage
  const waitUntil = (work: Promise<unknown>) => void works.push(work)
  const response = await answerReading(new Request(url), { caches, fetch: fetched, waitUntil })
  await Promise.all(works)
  return response.text()
}
const dead = () => Promise.reject(new TypeError('fetch failed'))

it('is asked for once, and there without a network from then on', async () => {
  await expect(answer(dead)).rejects.toThrow()
  expect(await answer(async () => file())).toBe('words')
  expect(await answer(dead)).toBe('words')
})

it('keeps no page of a hotel and no failure', async () => {
  await answer(async () => new Response('hi', { headers: { 'Content-Type': 'text/html' } }))
  await answer(async () => new Response('', { status: 404, headers: { 'Content-Type': 'a/b' } }))
  expect(kept.size).toBe(0)
})

it('reads on a phone without room', async () => {
  expect(await answer(async () => file(), false)).toBe('words')
})

it('lets go of the files of other versions, and of nothing else', () => {
  expect(oldReadingCaches(['reading-1', readingCache, 'assets-a', 'other'])).toEqual(['reading-1'])
})
