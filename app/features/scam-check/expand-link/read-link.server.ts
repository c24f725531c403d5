import { mostLetters } from './link-answer'

export type ReadLink =
  | { kind: 'web'; url: URL; host: string }
  /** A scheme that an app takes, not a browser. */
  | { kind: 'app' }
  /** In the web, at a door where the server does not knock. */
  | { kind: 'elsewhere'; host: string }
  | { kind: 'nothing' }

const insideOnly = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|arpa|test|invalid)\.?$/

/** Reads a link as a browser would. @param from the address it is written relative to. */
export function readLink(written: string, from?: URL): ReadLink {
  const link = written.trim()
  if (link === '' || link.length > mostLetters || !URL.canParse(link, from))
    return { kind: 'nothing' }
  const url = new URL(link, from)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return /^(data|blob|javascript|file|about):$/.test(url.protocol)
      ? { kind: 'nothing' }
      : { kind: 'app' }
  const host = url.hostname.replace(/\.$/, '')
  // A browser's own: a port that is the scheme's is not written.
  if (url.port !== '' || insideOnly.test(host) || !/[.:]/.test(host))
    return { kind: 'elsewhere', host }
  url.username = ''
  url.password = ''
  url.hash = ''
  return { kind: 'web', url, host }
}

/** People copy `me2.kr/x` as often as `https://me2.kr/x`. */
export const withScheme = (written: string) =>
  /^[a-z][a-z0-9+.-]*:/i.test(written.trim()) && !/^[^/]*:\d/.test(written.trim())
    ? written
    : `http://${written.trim()}`
