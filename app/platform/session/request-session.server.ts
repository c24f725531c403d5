import type { Parts } from '../context.server'
import type { VerifiedToken } from './access-token.server'
import type { EndedSession } from './session.server'
import type { SessionMemory } from './session-memory.server'
import type { CookieHeader } from './session-cookies.server'

/** What the steps of one request's session share. */
export interface RequestSession {
  parts: Parts
  memory: SessionMemory
  cookies: CookieHeader[]
  userAgent: string
  clientAddress: string
  appendCookie(cookie: string): void
  setHeader?(name: string, value: string): void
  /** Who is asking, with the token that says so. */
  present: { token: VerifiedToken; accessToken: string } | null
  /** See `Session.ended`. */
  ended: EndedSession | null
  /** See `Session.heldUntil`; may be past. */
  heldUntil: Date | null
  /** There is a session, but whose could not be found out just now. */
  inDoubt: boolean
}

/** How long a page waits for the auth server at most. */
export const refreshTimeoutMs = 2_000
/** Sending a code waits for the text message gateway too. */
export const codeTimeoutMs = 10_000
