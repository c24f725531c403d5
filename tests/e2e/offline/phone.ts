import type { Browser, BrowserContext, Page } from 'playwright'
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
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.ready
    const names = await caches.keys()
    const shells = names.filter((name) => name.startsWith('shells-'))
    if (!registration.active || shells.length === 0) return false
    const kept = await (await caches.open(shells.at(-1) ?? '')).keys()
    return kept.length > 8 && navigator.serviceWorker.controller !== null
  })
  await page.waitForLoadState('networkidle')
  return page
}

/** The download of everything the server knows about whoever is signed in on this phone. */
export async function readData(context: BrowserContext) {
  const answer = await context.request.get('/me/data')
  if (answer.status() !== 200) return null
  return (await answer.json()) as { tables: Record<string, Record<string, unknown>[]> }
}

/** Names of the databases on the phone. */
export function listDatabases(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''))
}
