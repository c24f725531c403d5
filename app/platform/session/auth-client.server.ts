import { createServerClient, serializeCookieHeader } from '@supabase/ssr'
import WebSocket from 'ws'
import { authAddress } from '../accounts/auth-address.server'
import type { Parts } from '../context.server'
import type { Env } from '../env.server'
import type { RequestSession } from './request-session.server'
import {
  cookieOptions,
  removeSessionCookies,
  sessionCookie,
  type CookieHeader,
} from './session-cookies.server'

export interface AuthClientOptions {
  parts: Parts
  cookies: CookieHeader[]
  clientAddress: string
  /**
   * Whether the client finds the browser's session. A client that finds one that is over refreshes it by
   * itself as soon as it is made, beside whatever it was made for.
   */
  withSession?: boolean
  /** Sent along when a code is checked, so that a code for one account never serves another. */
  accessToken?: string
  timeoutMs: number
}

/**
 * The Supabase client of one request. Its cookies are held back until `commit`: a refresh that failed in
 * doubt would delete them, and with them the session.
 */
export function createAuthClient(options: AuthClientOptions) {
  const { parts, cookies } = options
  const { url, anonKey } = authAddress(parts.env)
  const held = new Map<string, { value: string; header: string }>()
  const heldHeaders = new Map<string, string>()
  const client = createServerClient(url, anonKey, {
    cookieOptions: { name: sessionCookie, ...cookieOptions(parts.env) },
    cookies: {
      encode: 'tokens-only',
      getAll: () => (options.withSession ? cookies : []),
      setAll: (wanted, headers) => {
        for (const { name, value, options: how } of wanted)
          held.set(name, { value, header: serializeCookieHeader(name, value, how) })
        for (const [name, value] of Object.entries(headers)) heldHeaders.set(name, value)
      },
    },
    global: { fetch: authFetch(options) },
    // Realtime is never used, but the client refuses to start on Node 20 without a transport.
    realtime: { transport: WebSocket as never },
  })
  const commit = (session: Pick<RequestSession, 'cookies' | 'appendCookie' | 'setHeader'>) => {
    const outdated = session.cookies.filter(({ name }) => !held.has(name))
    removeSessionCookies(parts.env, outdated).forEach((cookie) => session.appendCookie(cookie))
    for (const [name, { value, header }] of held) {
      session.appendCookie(header)
      const others = session.cookies.filter((cookie) => cookie.name !== name)
      // The next client of this request finds what the browser will have.
      session.cookies = value ? [...others, { name, value }] : others
    }
    heldHeaders.forEach((value, name) => session.setHeader?.(name, value))
  }
  return { auth: client.auth, commit }
}

/** Never hangs and never makes the client retry: what did not work in time is a refusal with 408. */
function authFetch({ parts, clientAddress, accessToken, timeoutMs }: AuthClientOptions) {
  const send: typeof fetch = async (input, init) => {
    const headers = new Headers(init?.headers)
    forwardAddress(parts.env, headers, clientAddress)
    if (accessToken && String(input).includes('/verify'))
      headers.set('Authorization', `Bearer ${accessToken}`)
    const asked = parts.authFetch(input, {
      ...init,
      headers,
      signal: AbortSignal.timeout(timeoutMs),
    })
    const response = await within(timeoutMs, asked).catch(() => null)
    return response && response.status < 500 ? response : notNow()
  }
  return send
}

/**
 * Supabase counts by address, and to it this server is a single one. It believes the forwarded address
 * only beside a secret key, with "IP address forwarding" switched on in the project
 * (https://supabase.com/docs/guides/auth/rate-limits); one's own GoTrue reads X-Forwarded-For.
 */
function forwardAddress(env: Env, headers: Headers, clientAddress: string) {
  if (!env.SUPABASE_URL) return
  headers.set('X-Forwarded-For', clientAddress)
  if (!env.SUPABASE_SERVICE_ROLE_KEY?.startsWith('sb_secret_')) return
  headers.set('apikey', env.SUPABASE_SERVICE_ROLE_KEY)
  headers.set('Sb-Forwarded-For', clientAddress)
}

const notNow = () =>
  Response.json(
    { code: 'request_timeout', message: 'The auth server did not answer' },
    { status: 408, headers: { 'x-supabase-api-version': '2024-01-01' } },
  )

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error('too late')), ms)
    work.then(done, fail).finally(() => clearTimeout(timer))
  })
}
