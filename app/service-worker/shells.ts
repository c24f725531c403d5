import { shellHeader } from '~/platform/http/shell-header'
import { shellsOf } from './builds'
import { isGenuine, isHtml } from './genuine'

const anyCourse = '/medication/courses/00000000-0000-4000-8000-000000000000'
const courses = String.raw`^/medication/courses/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}`

/**
 * Pages of which a person has many, and of which some begin on the phone: their documents differ in nothing but the
 * address, so one of them stands for each. A pattern lets nothing through that would mean something in HTML or JSON.
 */
export const models = [
  { path: anyCourse, pattern: new RegExp(`${courses}$`) },
  { path: `${anyCourse}/edit`, pattern: new RegExp(`${courses}/edit$`) },
  { path: `${anyCourse}/photo`, pattern: new RegExp(`${courses}/photo$`) },
  {
    path: '/medication/history/2000-01',
    pattern: /^\/medication\/history\/\d{4}-\d{2}$/,
  },
  {
    path: '/medication/history/2000-01/1',
    pattern: /^\/medication\/history\/\d{4}-\d{2}\/\d{1,2}$/,
  },
] as const

/** Pages that open without a network whatever else is kept. */
export const alwaysKept = [
  '/',
  '/medication',
  '/learn',
  '/learn/today',
  '/me',
  '/help',
  '/offline',
  '/medication/consent',
  '/medication/new',
  '/medication/new/detail',
  '/medication/courses',
  '/medication/hours',
  '/medication/pause',
  '/medication/calendar',
  '/medication/practice',
  '/medication/history',
  '/medication/report',
  '/medication/visits',
  '/medication/changes',
  '/reminders',
  '/emergency',
  '/emergency/edit',
  '/scam-check',
  '/scam-check/call',
  '/scam-check/now',
  '/scam-check/kept',
  '/scam-check/after',
  '/scam-check/after/clicked-link',
  '/scam-check/after/installed-app',
  '/scam-check/after/sent-money',
  '/scam-check/after/sent-id',
  ...models.map(({ path }) => path),
]

const atATime = 4
const keptHeaders = [
  'content-type',
  'content-security-policy',
  'x-content-type-options',
  'referrer-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
]

interface ShellParts {
  caches: CacheStorage
  fetch: typeof fetch
  build: string
  /** True for a file of this build: a document that needs others was rendered by another build. */
  isOwnAsset(path: string): boolean
  /** Called when the server turns out to run another build. */
  onOtherBuild(): void
}

/** Documents without anybody in them, by path; each with the headers it was rendered with. */
export interface Shells {
  /** Fetches and keeps what is not kept yet for this build. Returns how many of them are kept now. */
  warm(paths: string[]): Promise<number>
  find(path: string): Promise<Response | undefined>
  /** Every path kept for any build: what a new build has to fetch before it takes over. */
  listPaths(): Promise<string[]>
}

export function createShells({
  caches,
  fetch,
  build,
  isOwnAsset,
  onOtherBuild,
}: ShellParts): Shells {
  async function keep(path: string): Promise<boolean> {
    const cache = await caches.open(shellsOf(build))
    if (await cache.match(path)) return true
    const response = await fetch(path, {
      headers: { [shellHeader]: '1' },
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
    })
    if (response.status !== 200 || !isHtml(response) || !isGenuine(response)) return false
    const text = await response.text()
    if (!assetsIn(text).every(isOwnAsset)) {
      onOtherBuild()
      return false
    }
    await cache.put(path, new Response(text, { headers: only(response.headers, keptHeaders) }))
    return true
  }

  return {
    async warm(paths) {
      const waiting = [...new Set(paths)].filter(isPath)
      let kept = 0
      const worker = async () => {
        for (let path = waiting.shift(); path !== undefined; path = waiting.shift())
          if (await keep(path).catch(() => false)) kept += 1
      }
      await Promise.all(Array.from({ length: atATime }, worker))
      return kept
    },
    async find(path) {
      const cache = await caches.open(shellsOf(build))
      const own = (await cache.match(path)) ?? (await fromModel(cache, path))
      if (own) return own
      for (const name of (await caches.keys()).reverse())
        if (name.startsWith('shells-')) {
          const older = await (await caches.open(name)).match(path)
          if (older) return older
        }
      return undefined
    },
    async listPaths() {
      const paths = new Set(alwaysKept)
      for (const name of await caches.keys())
        if (name.startsWith('shells-'))
          for (const request of await (await caches.open(name)).keys())
            paths.add(new URL(request.url).pathname)
      return [...paths]
    },
  }
}

async function fromModel(cache: Cache, path: string): Promise<Response | undefined> {
  const model = models.find(({ pattern }) => pattern.test(path))
  const kept = model && (await cache.match(model.path))
  if (!kept) return undefined
  const text = (await kept.text()).split(model.path).join(path)
  return new Response(text, { headers: kept.headers })
}

/** A path of this origin and nothing else: no other host, no query. */
const isPath = (path: string) => /^\/(?!\/)[^?#\\]*$/.test(path)

function assetsIn(html: string): string[] {
  return [...new Set(html.match(/\/assets\/[\w.-]+/g) ?? [])]
}

function only(headers: Headers, names: string[]): Headers {
  const kept = new Headers()
  for (const name of names) {
    const value = headers.get(name)
    if (value !== null) kept.set(name, value)
  }
  return kept
}
