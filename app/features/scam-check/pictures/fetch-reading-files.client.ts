import { hasSimd } from './has-simd'
import { filesFor, readingCache, readingFiles, readingFolder } from './reading-files'

/** Whether everything lies on the phone already; without a store it is asked for each time. */
export async function areFilesKept(): Promise<boolean> {
  try {
    if (!(await caches.has(readingCache))) return false
    const cache = await caches.open(readingCache)
    const found = await Promise.all(filesFor(hasSimd()).map((name) => cache.match(addressOf(name))))
    return found.every(Boolean)
  } catch {
    return false
  }
}

/**
 * Brings everything to the phone, where the service worker keeps it, or this page while no worker stands in between.
 * @param onShare how much of it is there, 0 to 1.
 * @throws when the network ends before it is whole, or `signal` says so.
 */
export async function fetchReadingFiles(
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const names = filesFor(hasSimd())
  const all = names.reduce((sum, name) => sum + readingFiles[name].bytes, 0)
  const cache = await openWithoutWorker()
  let arrived = 0
  for (const name of names) {
    const response = await fetch(addressOf(name), { signal })
    // A hotel answers everything with its own page.
    const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? true
    if (!response.ok || isPage || !response.body) throw new Error(`no ${name}`)
    const copy = cache && response.clone()
    const reader = response.body.getReader()
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      arrived += part.value.length
      onShare(Math.min(1, arrived / all))
    }
    // A phone without room reads all the same, and fetches it again another time.
    if (copy) await cache.put(addressOf(name), copy).catch(() => undefined)
  }
}

/** On a first visit the worker is still being put in place, and sees nothing of what the page fetches. */
async function openWithoutWorker(): Promise<Cache | null> {
  try {
    return navigator.serviceWorker.controller ? null : await caches.open(readingCache)
  } catch {
    return null
  }
}

const addressOf = (name: string) => `${readingFolder}${name}`
