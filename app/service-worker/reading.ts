import { readingCache } from '~/features/scam-check/pictures/reading-files'

interface ReadingParts {
  caches: CacheStorage
  fetch: typeof globalThis.fetch
  /** Keeps the worker awake until this is done. */
  waitUntil(work: Promise<unknown>): void
}

/** A file for reading pictures: kept since it was first asked for, else from the server, and kept from then on. */
export async function answerReading(
  request: Request,
  { caches, fetch, waitUntil }: ReadingParts,
): Promise<Response> {
  const cache = await caches.open(readingCache).catch(() => null)
  const kept = await cache?.match(request.url, { ignoreVary: true })
  if (kept) return kept
  const response = await fetch(request)
  // A phone without room reads all the same, and fetches it again another time.
  if (cache && response.status === 200 && !isPage(response))
    waitUntil(cache.put(request.url, response.clone()).catch(() => undefined))
  return response
}

/** Caches of files that this build does not read with: they are large, and their pages are gone. */
export const oldReadingCaches = (names: readonly string[]) =>
  names.filter((name) => name.startsWith('reading-') && name !== readingCache)

const isPage = (response: Response) =>
  response.headers.get('content-type')?.startsWith('text/html') ?? true
