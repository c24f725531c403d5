// @vitest-environment jsdom
import { createRemixStub } from '@remix-run/testing'
import { IDBFactory } from 'fake-indexeddb'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newLearning } from '~/features/cards/learning'
import { noMedicines } from '~/features/medication/facts/medication-page'
import { course, instant, senior, version } from '~/features/medication/schedule/test-facts'
import { thisPhone } from '~/offline/this-phone'
import type { TodayPage } from './load-kept-today'
import { ThisDay } from './this-day'

const now = instant('2027-03-02 08:05')
const heart = course({ id: '0190a000-0000-7000-8000-000000000001' })
const nothing = noMedicines(senior, now)
const day = (facts: Partial<TodayPage['medication']['facts']>): TodayPage => ({
  shell: false,
  personId: null,
  learning: newLearning,
  catalogue: [],
  today: '2027-03-02',
  hour: 8,
  medication: { ...nothing, facts: { ...nothing.facts, ...facts }, supplies: [] },
  family: null,
  commandId: 'a-command',
})

let root: Root
let place: HTMLElement

// Before anything asks for this phone, which is one for all tests.
vi.useFakeTimers({ now, toFake: ['Date'] })
vi.stubGlobal('indexedDB', new IDBFactory())

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  place = document.createElement('div')
  document.body.replaceChildren(place)
})
afterEach(() => {
  root.unmount()
})

function draw(of: TodayPage) {
  const Stub = createRemixStub([{ path: '/', Component: () => <ThisDay page={of} /> }])
  root = createRoot(place)
  root.render(<Stub />)
}

const taken = () => place.querySelector<HTMLButtonElement>('button[value="taken"]')

test('nobody without medicines is shown any, and the day stands', async () => {
  draw(day({}))
  await vi.waitFor(() => expect(place.textContent).toContain('좋은 아침이에요.'))
  expect(place.textContent).toContain('이거 사기예요?')
  expect(taken()).toBeNull()
})

test('an answered dose shows once it is kept, not before, and the focus follows', async () => {
  draw(day({ courses: [heart], courseVersions: [version(heart)] }))
  // The part is fetched, on a busy machine for longer than the usual second.
  await vi.waitFor(() => expect(taken()).not.toBeNull(), 10_000)
  const { withStore } = thisPhone()
  let isKept = false
  let wasKeptFirst: boolean | undefined
  const seen = new MutationObserver(() => {
    if (wasKeptFirst !== undefined || !place.textContent?.includes('드셨어요')) return
    wasKeptFirst = isKept
  })
  seen.observe(place, { childList: true, subtree: true, characterData: true })
  const keeping = vi.spyOn(thisPhone(), 'withStore').mockImplementation(async (work) => {
    const done = await withStore(work)
    isKept = true
    return done
  })
  taken()?.click()
  await vi.waitFor(() => expect(place.textContent).toContain('드셨어요'))
  seen.disconnect()
  keeping.mockRestore()
  expect(wasKeptFirst).toBe(true)
  await vi.waitFor(() => expect(document.activeElement?.textContent).toContain('드셨어요'))
  const { outbox } = await thisPhone().openStore()
  expect((await outbox.list()).map(({ command }) => command?.type)).toEqual(['record_facts'])
})
