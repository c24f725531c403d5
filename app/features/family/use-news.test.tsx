// @vitest-environment jsdom
import { useLoaderData } from '@remix-run/react'
import { createRemixStub } from '@remix-run/testing'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, test, vi } from 'vitest'
import { useNews } from './use-news'

afterEach(() => {
  vi.unstubAllGlobals()
})

function Page() {
  const { version } = useLoaderData<{ version: string }>()
  useNews(version, 20)
  return <p>{version}</p>
}

/** A page that is loaded with these versions, one after the other, while the server says that the newest is `newest`. */
function open(loaded: string[], newest: string) {
  let loads = 0
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ version: newest })))
  const loader = () => ({ version: loaded[Math.min(loads++, loaded.length - 1)] })
  const Stub = createRemixStub([
    { path: '/', Component: Page, loader, HydrateFallback: () => null },
  ])
  const place = document.createElement('div')
  const root = createRoot(place)
  root.render(<Stub />)
  return { place, loads: () => loads, close: () => root.unmount() }
}

test('a page that could not be loaded anew is tried again until it shows the news', async () => {
  const { place, close } = open(['old', 'old', 'old', 'new'], 'new')
  await expect.poll(() => place.textContent).toBe('new')
  close()
})

test('a page that shows the newest is left alone', async () => {
  const { place, loads, close } = open(['new'], 'new')
  await expect.poll(() => place.textContent).toBe('new')
  await new Promise((later) => setTimeout(later, 200))
  expect(loads()).toBe(1)
  close()
})
