// @vitest-environment jsdom
import { createRemixStub } from '@remix-run/testing'
import { IDBFactory } from 'fake-indexeddb'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { thisPhone } from '~/offline/this-phone'
import AfterWhat from '../routes/after-what'
import { keptProgress } from './kept-progress'
import { findPath } from './paths'

// Before anything asks for this phone, which is one for all tests.
vi.stubGlobal('indexedDB', new IDBFactory())

const what = 'sent-money'
const steps = findPath(what)!.steps.map(({ id }) => id)
const [first, second, third] = steps as [string, string, string]

let root: Root

beforeEach(() => thisPhone().withStore((store) => store.forget(keptProgress, what)))
afterEach(() => root.unmount())

const keep = (done: string[]) =>
  thisPhone().withStore((store) => store.keep(keptProgress, done, what))
const kept = async () =>
  [...((await thisPhone().withStore((store) => store.read(keptProgress, what))) ?? [])].sort()

/** The page as it stands before the phone's store can have answered. */
function open() {
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  root = createRoot(place)
  const Page = createRemixStub([{ path: '/scam-check/after/:what', Component: AfterWhat }])
  flushSync(() => root.render(<Page initialEntries={[`/scam-check/after/${what}`]} />))
  return place
}
const box = (place: HTMLElement, id: string) =>
  place.querySelector<HTMLInputElement>(`input[name="${id}"]`)!
const ticked = (place: HTMLElement) => steps.filter((id) => box(place, id).checked).sort()

test('a tick made before the phone has answered is added to those of yesterday', async () => {
  await keep([first, second])
  const place = open()
  box(place, third).click()
  const all = [first, second, third].sort()
  await expect.poll(() => ticked(place)).toEqual(all)
  await expect.poll(kept).toEqual(all)
})

test('one ticked and taken back before the phone has answered is not done, the others are', async () => {
  await keep([first, second])
  const place = open()
  box(place, first).click()
  box(place, first).click()
  await expect.poll(() => ticked(place)).toEqual([second])
  await expect.poll(kept).toEqual([second])
})

test('ticks that follow each other at once are all kept, and beginning anew forgets them', async () => {
  const place = open()
  box(place, first).click()
  box(place, second).click()
  await expect.poll(kept).toEqual([first, second].sort())
  const buttons = [...place.querySelectorAll('button')]
  buttons.find(({ textContent }) => textContent?.includes('처음부터 다시 하기'))?.click()
  await expect.poll(kept).toEqual([])
  expect(ticked(place)).toEqual([])
})
