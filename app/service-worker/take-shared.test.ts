// @vitest-environment node
import { readFileSync } from 'node:fs'
import { expect, onTestFinished, test, vi } from 'vitest'
import { forgetDraft, readDraft } from '~/features/scam-check/kept-draft'
import { readShared } from '~/features/scam-check/read-shared'
import { readSharedPicture } from '~/features/scam-check/shared-picture'
import { createStore, type Store } from '~/offline/store/store'
import { createMemoryShelf } from '~/offline/store/memory-shelf'
import { openly } from '~/offline/store/sealer'
import { checkPath, takeShared } from './take-shared'

function phoneWith(durable: boolean) {
  const shelf = { ...createMemoryShelf(), durable }
  const store = createStore(null, shelf, () => Promise.resolve(openly))
  return {
    store,
    phone: { withStore: <T>(work: (store: Store, person: null) => T) => work(store, null) },
  }
}

function post(fields: Record<string, string | File>) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  return new Request('https://gyeote.example/scam-check', { method: 'POST', body })
}

const server = (asked: Request[]) => (request: Request) => {
  asked.push(request)
  return Promise.resolve(new Response('from the server'))
}

const picture = new File([new Uint8Array([1, 2, 255])], 'a.png', { type: 'image/png' })

test('a shared message lies on the phone, is asked about, and is sent to nobody', async () => {
  const { store, phone } = phoneWith(true)
  const asked: Request[] = []
  const answer = await takeShared(post({ text: '택배 확인' }), phone, server(asked))
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    'https://gyeote.example/scam-check',
  ])
  expect(asked).toEqual([])
  expect(await readDraft(store, 'message')).toMatchObject({
    text: '택배 확인',
    checked: true,
    picture: null,
  })
})

test('the words that come with a picture are not judged in its place, and it waits until it is read', async () => {
  const { store, phone } = phoneWith(true)
  await takeShared(post({ title: 'Screenshot_20261129', picture }), phone, server([]))
  expect(await readDraft(store, 'message')).toMatchObject({
    text: 'Screenshot_20261129',
    checked: false,
    record: null,
    picture: 'waiting',
  })
  for (let opened = 0; opened < 2; opened++)
    expect(await readSharedPicture(store)).toEqual({ type: 'image/png', base64: 'AQL/' })
})

test('a picture that is too large is not kept, which is said, and the words that came with it are', async () => {
  const { store, phone } = phoneWith(true)
  const large = new File([new Uint8Array(8 * 1024 * 1024 + 1)], 'a.png', { type: 'image/png' })
  const answer = await takeShared(post({ text: '택배 확인', picture: large }), phone, server([]))
  expect(answer.status).toBe(303)
  expect(await readDraft(store, 'message')).toMatchObject({
    text: '택배 확인',
    checked: false,
    picture: 'too_large',
  })
  expect(await readSharedPicture(store)).toBeNull()
})

test('a picture for which the phone has no room is not said to have come', async () => {
  const { store, phone } = phoneWith(true)
  const full: Store = {
    ...store,
    keep: async (shape, value, id) => shape.name !== 'scam-picture' && store.keep(shape, value, id),
  }
  const withFull = { withStore: <T>(work: (store: Store, person: null) => T) => work(full, null) }
  await takeShared(post({ text: '택배 확인', picture }), { ...phone, ...withFull }, server([]))
  expect(await readDraft(store, 'message')).toMatchObject({
    text: '택배 확인',
    picture: 'not_kept',
  })
})

test('where the phone keeps nothing the server hears that there was a picture, and gets nothing of it', async () => {
  const asked: Request[] = []
  const large = new File([new Uint8Array(600_000).fill(7)], '엄마 통장.png', { type: 'image/png' })
  const broken = { withStore: () => Promise.reject(new Error('the store is broken')) }
  for (const phone of [phoneWith(false).phone, broken]) {
    const request = post({ title: '사진', picture: large })
    const answer = await takeShared(request, phone, server(asked))
    expect(await answer.text()).toBe('from the server')
    const sent = (await asked.pop()?.formData()) ?? new FormData()
    expect(sent.get('title')).toBe('사진')
    expect(readShared(sent).picture).toMatchObject({ size: 1, name: 'picture' })
  }
})

test('a network that fails then gets the picture neither', async () => {
  const asked: Request[] = []
  const dead = (request: Request) => {
    asked.push(request)
    return Promise.reject(new TypeError('fetch failed'))
  }
  await expect(takeShared(post({ picture }), phoneWith(false).phone, dead)).rejects.toThrow()
  expect(asked).toHaveLength(1)
})

test('the next thing that is shared takes the place of the picture', async () => {
  const { store, phone } = phoneWith(true)
  await takeShared(post({ picture }), phone, server([]))
  await takeShared(post({ text: '택배 확인' }), phone, server([]))
  expect(await readSharedPicture(store)).toBeNull()
})

test('a picture of the day before, or of what was put away, is gone with it', async () => {
  const { store, phone } = phoneWith(true)
  await takeShared(post({ picture }), phone, server([]))
  await forgetDraft(store, 'message')
  expect(await readSharedPicture(store)).toBeNull()
  await takeShared(post({ picture }), phone, server([]))
  vi.useFakeTimers({ now: Date.now() + 25 * 60 * 60_000, toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  expect(await readDraft(store, 'message')).toBeNull()
  expect(await readSharedPicture(store)).toBeNull()
})

test('what the phone cannot keep, and a page without scripts, the server answers', async () => {
  const asked: Request[] = []
  await takeShared(post({ text: '택배 확인' }), phoneWith(false).phone, server(asked))
  await takeShared(post({ text: '택배', scriptless: '1' }), phoneWith(true).phone, server(asked))
  expect(asked).toHaveLength(2)
  expect((await asked[0]?.formData())?.get('text')).toBe('택배 확인')
})

test('the phone shares to the address that is heard, in fields that are read', async () => {
  const manifest = JSON.parse(readFileSync('public/manifest.webmanifest', 'utf8'))
  const { action, method, enctype, params } = manifest.share_target
  expect([action, method, enctype]).toEqual([checkPath, 'POST', 'multipart/form-data'])
  const { files, ...words } = params as { files: unknown; [name: string]: unknown }
  expect(files).toEqual([{ name: 'picture', accept: ['image/*'] }])
  expect(Object.keys(words).sort()).toEqual(['text', 'title', 'url'])
  for (const name of Object.values(words)) {
    const { store, phone } = phoneWith(true)
    await takeShared(post({ [String(name)]: '택배 https://a.top' }), phone, server([]))
    expect(await readDraft(store, 'message')).toMatchObject({ text: '택배 https://a.top' })
  }
})
