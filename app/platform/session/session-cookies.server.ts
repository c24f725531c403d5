import {
  isChunkLike,
  parseCookieHeader,
  serializeCookieHeader,
  stringFromBase64URL,
} from '@supabase/ssr'
import * as z from 'zod'
import type { Env } from '../env.server'

/** Fixed, whatever the auth server is called; long sessions are split over `….0`, `….1`. */
export const sessionCookie = 'gyeote-session'
const requestedCodeCookie = 'gyeote-code'
const questionCookie = 'gyeote-question'

const cookieDays = 400
const codeCookieSeconds = 30 * 60
const questionCookieSeconds = 30 * 60

/**
 * Sessions are long on purpose: whoever is signed out may not find back in, and loses the reminders
 * meanwhile. 400 days is the longest a browser keeps a cookie (RFC 6265bis); each refresh begins it anew.
 * Against that stand devices that can be signed out, and HttpOnly, Secure, SameSite=Lax cookies.
 */
export function cookieOptions(env: Pick<Env, 'GYEOTE_MODE' | 'PUBLIC_URL'>) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: env.GYEOTE_MODE === 'live' || env.PUBLIC_URL?.startsWith('https://') === true,
    maxAge: cookieDays * 24 * 60 * 60,
  } as const
}

export interface CookieHeader {
  name: string
  value: string
}

export const listCookies = (header: string): CookieHeader[] =>
  parseCookieHeader(header).map(({ name, value }) => ({ name, value: value ?? '' }))

const keptSession = z.object({ access_token: z.string(), refresh_token: z.string() })

/** The tokens in the session's cookies, unverified; null when there are none or they are torn. */
export function readTokens(cookies: CookieHeader[]) {
  const valueOf = (name: string) => cookies.find((cookie) => cookie.name === name)?.value
  const chunks: string[] = []
  for (let index = 0, chunk; (chunk = valueOf(`${sessionCookie}.${index}`)); index++)
    chunks.push(chunk)
  const text = valueOf(sessionCookie) ?? chunks.join('')
  if (!text.startsWith('base64-')) return null
  try {
    const result = keptSession.safeParse(JSON.parse(stringFromBase64URL(text.slice(7))))
    return result.success
      ? { accessToken: result.data.access_token, refreshToken: result.data.refresh_token }
      : null
  } catch {
    return null
  }
}

/** `Set-Cookie` values that take the session's cookies away. */
export function removeSessionCookies(env: Env, cookies: CookieHeader[]): string[] {
  const options = cookieOptions(env)
  return cookies
    .filter(({ name }) => isChunkLike(name, sessionCookie))
    .map(({ name }) => serializeCookieHeader(name, '', { ...options, maxAge: 0 }))
}

/** What the last code was asked for, and when: the auth server itself never says either. */
export interface RequestedCode {
  kind: 'sms' | 'phone_change'
  at: Date
}

export function readRequestedCode(cookies: CookieHeader[]): RequestedCode | null {
  const text = cookies.find(({ name }) => name === requestedCodeCookie)?.value ?? ''
  const [, kind, at] = /^(sms|phone_change)\.(\d{13})$/.exec(text) ?? []
  return at ? { kind: kind as RequestedCode['kind'], at: new Date(Number(at)) } : null
}

export function writeRequestedCode(env: Env, requested: RequestedCode | null): string {
  const options = cookieOptions(env)
  const value = requested ? `${requested.kind}.${requested.at.getTime()}` : ''
  return serializeCookieHeader(requestedCodeCookie, value, {
    ...options,
    maxAge: requested ? codeCookieSeconds : 0,
  })
}

/** The tokens of a session that counts only once it is answered whose number it is. */
export function readQuestion(
  cookies: CookieHeader[],
): { accessToken: string; refreshToken: string } | null {
  const text = cookies.find(({ name }) => name === questionCookie)?.value ?? ''
  const [accessToken, refreshToken] = text.split('~')
  return accessToken && refreshToken ? { accessToken, refreshToken } : null
}

export function writeQuestion(
  env: Env,
  tokens: { accessToken: string; refreshToken: string } | null,
): string {
  return serializeCookieHeader(
    questionCookie,
    tokens ? `${tokens.accessToken}~${tokens.refreshToken}` : '',
    { ...cookieOptions(env), maxAge: tokens ? questionCookieSeconds : 0 },
  )
}
