import type { Browser, BrowserContext, Page } from 'playwright'
import { expect } from 'vitest'
import { alwaysKept } from '../../../app/service-worker/shells'
import type { Network } from './network'

/** A phone with a browser of its own, which talks to the server through `network` only. */
export async function takePhone(
  browser: Browser,
  network: Network,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: network.url,
    viewport: { width: 360, height: 740 },
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    ...options,
  })
}

/** Opens a page and waits until the phone keeps everything for offline. */
export async function visit(context: BrowserContext, path = '/'): Promise<Page> {
  const page = await context.newPage()
  await page.goto(path)
  await expect
    // Not more often: asking takes the time of the worker that is asked about.
    .poll(() => page.evaluate(countShells), { timeout: 90_000, interval: 250 })
    .toBeGreaterThan(alwaysKept.length + 7)
  await page.waitForLoadState('networkidle')
  return page
}

/** 오늘, 배움 and the others, and the eight cards of the coming days: those come last. */
async function countShells(): Promise<number> {
  if (!navigator.serviceWorker.controller) return 0
  const names = (await caches.keys()).filter((name) => name.startsWith('shells-'))
  const cache = await caches.open(names.at(-1) ?? 'shells-none')
  return (await cache.keys()).length
}

/** The download of everything the server knows about whoever is signed in on this phone. */
export async function readData(context: BrowserContext) {
  const answer = await context.request.get('/me/data')
  if (answer.status() !== 200) return null
  return (await answer.json()) as { tables: Record<string, Record<string, unknown>[]> }
}

/** How many deeds lie on the phone in this state. */
export function countDeeds(page: Page, state: 'waiting' | 'sent' | 'refused'): Promise<number> {
  return page.evaluate(async (wanted) => {
    const result = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('no answer'))
      })
    let found = 0
    for (const { name = '' } of await indexedDB.databases()) {
      if (name === 'gyeote-phone') continue
      const opening = indexedDB.open(name)
      // Deleted meanwhile: opening must not make an empty one in its place.
      opening.onupgradeneeded = () => opening.transaction?.abort()
      const database = await result(opening).catch(() => null)
      if (!database) continue
      const drawer = database.transaction('outbox').objectStore('outbox')
      const records = (await result(drawer.getAll())) as { state: string }[]
      found += records.filter((record) => record.state === wanted).length
      database.close()
    }
    return found
  }, state)
}

/** Names of the databases on the phone. */
export function listDatabases(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''))
}
