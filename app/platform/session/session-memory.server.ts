import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose'
import { authAddress } from '../accounts/auth-address.server'
import type { Parts } from '../context.server'
import type { Database } from '../database/database.server'
import type { EndedAs } from './ended-as'
import type { VerifiedToken } from './access-token.server'

export interface SessionState {
  /** `asked`: whose number it is was asked, and nobody said "yes" yet. */
  state: 'current' | 'asked' | 'ended' | 'gone'
  heldUntil: Date | null
  /** Why somebody ended it from another phone; null for one that goes on, ran out or was left. */
  endedAs: EndedAs | null
  /** What the phone had before it waited a week is to become this person's now. */
  adopts: boolean
  /** Somebody else has lately said that the person's number is theirs: what a token says of it may be old. */
  numberless: boolean
}

/** What one process remembers about sessions in between requests. */
export interface SessionMemory {
  publicKeys: JWTVerifyGetKey
  /** Until when a session need not be looked up again. */
  states: Map<string, SessionState & { until: number }>
  /** Signatures checked lately, by a hash of the token: a page asks several times within a second. */
  verified: Map<string, VerifiedToken>
  /** The auth server did not answer: nobody waits for it again before this moment (epoch ms of the clock). */
  authRestsUntil: number
}

/** A session signed out in another process is refused here after at most this long; in this one at once. */
export const stateLifeMs = 20_000
export const authRestMs = 5_000
const mostStates = 20_000
const mostVerified = 5_000

const memories = new WeakMap<Database, SessionMemory>()

export function sessionMemory(parts: Pick<Parts, 'db' | 'env' | 'authFetch'>): SessionMemory {
  const known = memories.get(parts.db)
  if (known) return known
  const { url, anonKey } = authAddress(parts.env)
  const memory: SessionMemory = {
    publicKeys: createRemoteJWKSet(new URL(`${url}/auth/v1/.well-known/jwks.json`), {
      [customFetch]: (address, init) => parts.authFetch(address, init),
      headers: { apikey: anonKey },
      // Keys are asked for again only when an unknown one turns up: a dead auth server must not age them.
      cacheMaxAge: Infinity,
      timeoutDuration: 2_000,
    }),
    states: new Map(),
    verified: new Map(),
    authRestsUntil: 0,
  }
  memories.set(parts.db, memory)
  return memory
}

export function rememberState(
  memory: SessionMemory,
  sessionId: string,
  state: SessionState,
  now: Date,
): void {
  if (memory.states.size >= mostStates) memory.states.clear()
  memory.states.set(sessionId, { ...state, until: now.getTime() + stateLifeMs })
}

export function rememberVerified(memory: SessionMemory, hash: string, token: VerifiedToken): void {
  if (memory.verified.size >= mostVerified) memory.verified.clear()
  memory.verified.set(hash, token)
}

/** The next request of this session looks it up again. To be called after ending a device or a person. */
export function forgetSession(db: Database, sessionId: string): void {
  memories.get(db)?.states.delete(sessionId)
}

/** The same for every session of the process, when whose sessions they are is not known. */
export function forgetAllSessions(db: Database): void {
  memories.get(db)?.states.clear()
}
