// @vitest-environment jsdom
import { useLoaderData } from '@remix-run/react'
import { createRemixStub } from '@remix-run/testing'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { NotBelieved } from './not-believed'
import { useNews } from './use-news'

beforeEach(() => {
  // What React itself waits for goes on in its own time.
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function Page() {
  const { version } = useLoaderData<{ version: string }>()
  const belief = useNews(version)
  return belief === 'shown' ? <p>{version}</p> : <NotBelieved belief={belief} />
}

type Answer = string | 'fails' | 'hangs'
interface World {
  /** What the server says when it is asked now, and after how long. */
  says(look: number): Answer
  tookMs?: number
  /** The version that the page is loaded with, the first time and each time anew. */
  loads(load: number): Answer
}

/** A page of the family in this world; it has been there for a moment. */
async function open(world: World) {
  let looks = 0
  let loads = 0
  vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => {
    const answer = world.says(++looks)
    return new Promise<Response>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
      if (answer === 'fails') reject(new TypeError('Failed to fetch'))
      else if (answer !== 'hangs')
        setTimeout(() => resolve(Response.json({ version: answer })), world.tookMs ?? 0)
    })
  })
  const loader = async () => {
    const version = world.loads(++loads)
    if (version === 'hangs') await new Promise(() => undefined)
    if (loads > 1) await new Promise((later) => setTimeout(later, world.tookMs ?? 0))
    return { version }
  }
  const Stub = createRemixStub([
    { path: '/', Component: Page, loader, HydrateFallback: () => null },
  ])
  const place = document.createElement('div')
  const root = createRoot(place)
  root.render(<Stub />)
  await after(1)
  const text = () => place.textContent
  /** All that was on the screen within so many seconds. */
  async function during(seconds: number) {
    const seen = new Set<string | null>()
    for (let i = 0; i < seconds * 10; i++) {
      await after(0.1)
      seen.add(text())
    }
    return [...seen]
  }
  return { text, during, loads: () => loads, looks: () => looks, close: () => root.unmount() }
}

async function after(seconds: number) {
  for (let i = 0; i < Math.round(seconds * 10); i++) {
    await vi.advanceTimersByTimeAsync(100)
    await new Promise((drawn) => setImmediate(drawn))
  }
}
const silent = /지금은 새로 볼 수 없어요/
const asking = /새로 보고 있어요/

test('a page that could not be loaded anew is tried again until it shows the news', async () => {
  const page = await open({ says: () => 'new', loads: (load) => (load < 3 ? 'old' : 'new') })
  await after(25)
  expect(page.text()).toBe('new')
  page.close()
})

test('a page that shows the newest is left alone', async () => {
  const page = await open({ says: () => 'new', loads: () => 'new' })
  expect(await page.during(120)).toEqual(['new'])
  expect(page.loads()).toBe(1)
  page.close()
})

describe('what a senior ended is gone within 30 s', () => {
  test.each(['fails', 'hangs'] as const)('when the server is asked and %s', async (answer) => {
    const page = await open({ says: (look) => (look <= 3 ? 'old' : answer), loads: () => 'old' })
    await after(31)
    expect(page.text()).toBe('old')
    // Ended right after the third answer.
    await after(30)
    expect(page.text()).toMatch(silent)
    page.close()
  })

  test('when the page cannot be loaded anew', async () => {
    const page = await open({
      says: (look) => (look === 1 ? 'old' : 'new'),
      loads: (load) => (load === 1 ? 'old' : 'hangs'),
    })
    await after(41)
    expect(page.text()).not.toBe('old')
    page.close()
  })

  test('when the clock is set back meanwhile', async () => {
    const page = await open({ says: () => 'hangs', loads: () => 'old' })
    await after(5)
    vi.setSystemTime(Date.now() - 3_600_000)
    await after(26)
    expect(page.text()).not.toBe('old')
    page.close()
  })

  test('and comes back with the network, also when it was loading then', async () => {
    let works = false
    const page = await open({
      says: () => (works ? 'new' : 'hangs'),
      loads: (load) => (load === 1 ? 'old' : works ? 'new' : 'hangs'),
    })
    await after(60)
    expect(page.text()).toMatch(silent)
    works = true
    await after(11)
    expect(page.text()).toBe('new')
    page.close()
  })
})

describe('nothing flickers', () => {
  test('on a phone on which each answer takes 6 s and one of four never comes', async () => {
    const page = await open({
      says: (look) => (look % 4 === 0 ? 'hangs' : 'old'),
      tookMs: 6_000,
      loads: () => 'old',
    })
    expect(await page.during(300)).toEqual(['old'])
    page.close()
  })

  test('while news come and everything takes 6 s', async () => {
    const page = await open({
      says: (look) => (look < 4 ? 'old' : 'new'),
      tookMs: 6_000,
      loads: (load) => (load === 1 ? 'old' : 'new'),
    })
    expect(await page.during(120)).toEqual(['old', 'new'])
    expect(page.loads()).toBe(2)
    page.close()
  })
})

describe('whoever comes back to the page after a while', () => {
  const visible = vi.spyOn(document, 'visibilityState', 'get')
  async function leaveFor(seconds: number) {
    visible.mockReturnValue('hidden')
    document.dispatchEvent(new Event('visibilitychange'))
    await after(seconds)
    visible.mockReturnValue('visible')
    document.dispatchEvent(new Event('visibilitychange'))
  }

  test('sees it as it was only until the first answer, which comes at once', async () => {
    const page = await open({ says: () => 'old', tookMs: 300, loads: () => 'old' })
    await leaveFor(600)
    expect(await page.during(20)).toEqual(['old'])
    page.close()
  })

  test('does not see it longer than a second when the answer is late, and reads that it is asked for', async () => {
    const page = await open({ says: () => 'old', tookMs: 6_000, loads: () => 'old' })
    await leaveFor(600)
    await after(2.5)
    expect(page.text()).toMatch(asking)
    await after(4)
    expect(page.text()).toBe('old')
    page.close()
  })

  test('does not see again what was gone before', async () => {
    const page = await open({ says: () => 'fails', loads: () => 'old' })
    await after(40)
    expect(page.text()).toMatch(silent)
    await leaveFor(5)
    expect(page.text()).not.toBe('old')
    page.close()
  })
})
