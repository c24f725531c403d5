// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { createRemixStub } from '@remix-run/testing'
import { IDBFactory } from 'fake-indexeddb'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { thisPhone } from '~/offline/this-phone'
import { CheckPage } from './check-page'
import { keepDraft, type Draft } from './kept-draft'
import { MessageForm } from './message-form'
import { beginSeekingCode, forgetSharedPicture, keepSharedPicture } from './shared-picture'
import { drawCode } from './pictures/test-codes'
import { messageReading } from './reading'
import type { ServerAnswer } from './server-answer'

// Before anything asks for this phone, which is one for all tests.
vi.stubGlobal('indexedDB', new IDBFactory())
vi.stubGlobal('matchMedia', () => ({ matches: false }))
vi.stubGlobal('scrollTo', () => undefined)
Element.prototype.scrollIntoView = () => undefined
/** What the check knows is a part of the build; no other address answers. */
vi.stubGlobal('fetch', async (path: string) => {
  const part = /\/content\/scam\/\w+\.json/.exec(path)?.[0]
  if (!part) throw new TypeError('no network')
  return new Response(readFileSync(`.${part}`))
})
/** Whether what reads pictures lies on the phone, as soon as that can be said. */
function keepReader(isKept: boolean | Promise<boolean>) {
  vi.stubGlobal('caches', {
    has: async () => isKept,
    open: async () => ({ match: async () => new Response() }),
  })
}

let root: Root
afterEach(() => root.unmount())

const keep = (draft: Pick<Draft, 'text' | 'picture'>) =>
  thisPhone().withStore((store) =>
    keepDraft(store, 'message', {
      ...draft,
      picks: [],
      origin: 'typed',
      checked: false,
      record: null,
    }),
  )

function open(sent?: ServerAnswer) {
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  root = createRoot(place)
  const Component = () => (
    <CheckPage
      reading={messageReading}
      title="이거 사기예요?"
      lead="살펴봐 드려요."
      sent={sent}
      form={(props) => <MessageForm {...props} />}
    >
      {null}
    </CheckPage>
  )
  const Page = createRemixStub([{ path: '/', Component }])
  root.render(<Page />)
  return place
}
const field = (place: HTMLElement) => place.querySelector('textarea')
const button = (place: HTMLElement, name: string) =>
  [...place.querySelectorAll('button')].find(({ textContent }) => textContent?.includes(name))
const tap = (place: HTMLElement, name: string) => button(place, name)?.click()
const level = (place: HTMLElement) =>
  place.querySelector('[data-level]')?.getAttribute('data-level')

const bytes = new Uint8Array([1, 2, 3])
/** jsdom's files cannot be read. */
const noPicture = Object.assign(new File([bytes], 'a.png', { type: 'image/png' }), {
  arrayBuffer: async () => bytes.buffer,
})
async function share(text: string, picture: File | null) {
  await thisPhone().withStore(async (store) => {
    await forgetSharedPicture(store)
    if (picture) await keepSharedPicture(store, picture)
  })
  await keep({ text, picture: 'waiting' })
}

test('a picture that was too large: what happened, why, what to do, and the words that came along', async () => {
  await keep({ text: '택배 확인', picture: 'too_large' })
  const place = open()
  await expect.poll(() => place.textContent).toContain('사진을 못 받았어요')
  expect(place.textContent).toContain('8메가보다 큰 사진')
  expect(place.textContent).toContain('그 사진을 골라 주세요.')
  expect(place.textContent).not.toContain('사진이 왔어요')
  expect(field(place)?.value).toBe('택배 확인')
})

test('a picture of which only the server heard is not said to have come, and nothing older hides its words', async () => {
  await keep({ text: '어제 적은 글', picture: null })
  const typed = { text: '택배 확인', picks: [], picture: 'not_kept', origin: 'typed' } as const
  const place = open({ state: { shows: 'form', typed: { ...typed, picks: [] } }, family: [] })
  await expect.poll(() => place.textContent).toContain('사진을 못 받았어요')
  // Until whatever was kept before can be read.
  await thisPhone().withStore((store) => store.listKept())
  await new Promise((next) => setTimeout(next, 50))
  expect(field(place)?.value).toBe('택배 확인')
})

test('whoever has a picture looked at is asked first for what reads it, and no word is judged in its place', async () => {
  keepReader(false)
  await share('Screenshot_20261129', noPicture)
  const place = open()
  await expect.poll(() => place.textContent).toContain('글자 읽는 도구를 받을까요?')
  tap(place, '살펴보기')
  await expect.poll(() => place.textContent).toContain('사진을 읽어야 살펴볼 수 있어요.')
  expect(document.activeElement?.textContent).toContain('글자 읽는 도구를 받을까요?')
  expect(level(place)).toBeUndefined()

  tap(place, '그만두기')
  await expect.poll(() => place.textContent).not.toContain('글자 읽는 도구를 받을까요?')
  expect(level(place)).toBeUndefined()
  // No dead end: the words are judged, and it is said that the picture was not.
  tap(place, '살펴보기')
  await expect.poll(() => level(place), { timeout: 20_000 }).toBe('nothing_found')
  expect(place.textContent).toContain('사진은 살펴보지 못했어요.')
  tap(place, '사진도 살펴보기')
  await expect.poll(() => place.textContent).toContain('글자 읽는 도구를 받을까요?')
  expect(field(place)?.value).toBe('Screenshot_20261129')
})

test('a tap made before the picture is read waits for it; where it cannot be read, that is said and nothing is judged', async () => {
  let answer: (isKept: boolean) => void = () => undefined
  keepReader(new Promise<boolean>((resolve) => (answer = resolve)))
  await share('Screenshot_20261129', noPicture)
  const place = open()
  await expect.poll(() => place.textContent).toContain('사진이 왔어요.')
  tap(place, '살펴보기')
  await expect.poll(() => place.textContent).toContain('읽는 중')
  answer(true)
  await expect.poll(() => place.textContent).toContain('이 사진은 열 수 없어요.')
  expect(place.textContent).not.toContain('사진이 왔어요.')
  expect(level(place)).toBeUndefined()
  expect(button(place, '살펴보기')?.getAttribute('aria-disabled')).toBeNull()
})

test('a picture that is not on the phone any more is not said to wait', async () => {
  await share('', null)
  const place = open()
  await expect.poll(() => place.textContent).toContain('사진은 읽지 못했어요.')
  expect(place.textContent).not.toContain('사진이 왔어요.')
})

/** A browser that can open pictures once it may; in each of them is this code. */
function openPictures(code: string, may: Promise<void> = Promise.resolve()) {
  const pixels = drawCode(code)
  vi.stubGlobal('createImageBitmap', async () => {
    await may
    return { ...pixels, close: () => undefined }
  })
  const pen = { drawImage: () => undefined, getImageData: () => pixels }
  const getContext = vi.spyOn(HTMLCanvasElement.prototype, 'getContext')
  getContext.mockImplementation(() => pen as never)
  onTestFinished(() => {
    getContext.mockRestore()
    vi.stubGlobal('createImageBitmap', undefined)
  })
}

test('a shared picture of a code is read without what reads letters, opened by nobody, and judged by what it says', async () => {
  keepReader(false)
  openPictures('http://parking-pay.top/a')
  await share('주차 위반 과태료', noPicture)
  const place = open()
  await expect.poll(() => place.textContent).toContain('QR을 읽었어요. 열지는 않았어요.')
  expect(field(place)?.value).toBe('주차 위반 과태료\nhttp://parking-pay.top/a')
  expect(place.textContent).not.toContain('글자 읽는 도구를 받을까요?')
  expect(place.textContent).not.toContain('사진이 왔어요.')
  tap(place, '글자도 읽기')
  await expect.poll(() => place.textContent).toContain('글자 읽는 도구를 받을까요?')
  tap(place, '그만두기')
  await expect.poll(() => place.textContent).not.toContain('글자 읽는 도구를 받을까요?')
  tap(place, '살펴보기')
  await expect.poll(() => level(place)).toBe('danger')
  expect(place.textContent).not.toContain('사진은 살펴보지 못했어요.')
})

test('a tap made before the code is found counts once it is', async () => {
  keepReader(false)
  let letOpen: () => void = () => undefined
  openPictures('http://parking-pay.top/a', new Promise((resolve) => (letOpen = resolve)))
  await share('', noPicture)
  const place = open()
  await expect.poll(() => place.textContent).toContain('QR을 찾는 중이에요.')
  tap(place, '살펴보기')
  await expect.poll(() => place.textContent).toContain('읽는 중')
  letOpen()
  await expect.poll(() => level(place)).toBe('danger')
})

test('a picture in which the search for a code was begun and did not end is not searched again', async () => {
  keepReader(false)
  openPictures('http://parking-pay.top/a')
  await share('', noPicture)
  expect(await thisPhone().withStore(beginSeekingCode)).toBe(true)
  const place = open()
  await expect.poll(() => place.textContent).toContain('글자 읽는 도구를 받을까요?')
  expect(field(place)?.value).toBe('')
  await share('', noPicture)
  expect(await thisPhone().withStore(beginSeekingCode)).toBe(true)
})
