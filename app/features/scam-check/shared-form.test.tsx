// @vitest-environment jsdom
import { createRemixStub } from '@remix-run/testing'
import { IDBFactory } from 'fake-indexeddb'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, test, vi } from 'vitest'
import { thisPhone } from '~/offline/this-phone'
import { CheckPage } from './check-page'
import { keepDraft, type Draft } from './kept-draft'
import { MessageForm } from './message-form'
import { messageReading } from './reading'
import type { ServerAnswer } from './server-answer'

// Before anything asks for this phone, which is one for all tests.
vi.stubGlobal('indexedDB', new IDBFactory())
vi.stubGlobal('matchMedia', () => ({ matches: false }))

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
