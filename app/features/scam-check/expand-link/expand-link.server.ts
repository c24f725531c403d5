import { getDomain } from 'tldts'
import { askHead, dial, type Dial, type Head } from './ask-head.server'
import type { LinkAnswer, LinkReason } from './link-answer'
import { isPublicAddress } from './public-address.server'
import { readLink, withScheme, type ReadLink } from './read-link.server'
import { resolveHost, type Resolve } from './resolve-host.server'

interface Ways {
  resolve?: Resolve
  dial?: Dial
  limitMs?: number
}

const mostHops = 3
const limitMs = 3_000

/**
 * Follows one link to where it ends, by what servers answer alone: a page is neither read nor run. Each stop
 * is looked up once, and only the very address that was found public is connected to.
 */
export async function expandLink(written: string, ways: Ways = {}): Promise<LinkAnswer> {
  const signal = AbortSignal.timeout(ways.limitMs ?? limitMs)
  const trail: string[] = []
  const seen = new Set<string>()
  let next: ReadLink = readLink(withScheme(written))

  for (let hop = 0; ; hop++) {
    if (next.kind === 'nothing') return broken(hop === 0 ? 'not_a_link' : 'no_answer')
    if (next.kind === 'app') return broken('opens_app')
    if (trail.at(-1) !== next.host) trail.push(next.host)
    if (next.kind === 'elsewhere') return ended('not_asked', hop)
    if (hop > mostHops || seen.has(next.url.href)) return broken('too_many_hops')
    seen.add(next.url.href)
    const head = await ask(next.url, signal, ways)
    if (typeof head === 'string') return ended(head, hop)
    const onward = locationOf(head)
    if (onward === null) return ended(isAppFile(next.url, head) ? 'app_file' : 'arrived')
    next = readLink(onward, next.url)
  }

  function broken(reason: LinkReason): LinkAnswer {
    return { leadsTo: trail.slice(1), final: null, reason }
  }
  /** What a stop on the way named is known, even when nobody answers there; a first one has named nothing. */
  function ended(reason: LinkReason, hop = 1): LinkAnswer {
    const host = trail.at(-1)
    if (hop === 0 || host === undefined) return broken(reason)
    const registrableDomain = getDomain(host, { allowPrivateDomains: true })
    return { leadsTo: trail.slice(1), final: { host, registrableDomain }, reason }
  }
}

async function ask(
  url: URL,
  signal: AbortSignal,
  ways: Ways,
): Promise<Head | 'not_asked' | 'no_answer'> {
  const resolve = ways.resolve ?? resolveHost
  try {
    const addresses = await unlessLate(resolve(url.hostname, signal), signal)
    // One that is not public among others is a trap; a browser might take that one.
    if (!addresses.every(isPublicAddress)) return 'not_asked'
    const address = addresses.find((one) => !one.includes(':')) ?? addresses[0]
    if (address === undefined) return 'no_answer'
    return await askHead(url, address, { signal, dial: ways.dial ?? dial })
  } catch {
    // Whatever it was says the link's name: it is told to nobody.
    return 'no_answer'
  }
}

function unlessLate<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error('too late'))
    signal.addEventListener('abort', late, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', late))
  })
}

function locationOf({ status, headers }: Head): string | null {
  return [301, 302, 303, 307, 308].includes(status) ? (headers.location ?? null) : null
}

function isAppFile(url: URL, { headers }: Head): boolean {
  const name = `${url.pathname} ${headers['content-disposition'] ?? ''}`
  return (
    /\.(apk|apks|xapk|aab|ipa)\b/i.test(name) ||
    (headers['content-type'] ?? '').includes('android.package-archive')
  )
}
