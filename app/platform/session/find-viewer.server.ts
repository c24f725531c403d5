import { claimsOf, verifyAccessToken, type VerifiedToken } from './access-token.server'
import { createAuthClient } from './auth-client.server'
import { refreshTimeoutMs, type RequestSession } from './request-session.server'
import { readTokens } from './session-cookies.server'
import { authRestMs } from './session-memory.server'
import { adoptWaiting, checkSession, endDevice, noteOwnNumber } from './session-rows.server'

/** Refreshed this long before its hour is over: a little earlier than the Supabase client (90 s) would. */
const marginMs = 100_000

/** Only these say that the session is over; whatever else the auth server answers leaves it in doubt. */
const finalCodes = new Set([
  'refresh_token_not_found',
  'refresh_token_already_used',
  'session_not_found',
  'session_expired',
  'user_not_found',
  'user_banned',
])

/**
 * Fills in who is asking. Without a session cookie this does nothing at all; with one it verifies locally,
 * and asks the auth server only when the hour of the token is nearly over. In doubt the session goes on.
 */
export async function findViewer(session: RequestSession): Promise<void> {
  const tokens = readTokens(session.cookies)
  if (!tokens) return
  const token = await verifyAccessToken(session.memory, tokens.accessToken)
  session.inDoubt = token === 'unknown'
  if (token === null || token === 'unknown') return
  const { state, heldUntil, endedAs, adopts, numberless } = await checkSession(
    session.parts,
    session.memory,
    token,
  )
  if (state === 'ended' && endedAs) session.ended = { personId: token.viewer.personId, as: endedAs }
  if (state !== 'current') return

  // A failure is tried again by the next request; nobody is kept out by it.
  if (adopts) await adoptWaiting(session.parts, token.viewer).catch(session.parts.log.error)
  session.heldUntil = heldUntil
  session.present = {
    token: numberless ? withoutNumber(token) : token,
    accessToken: tokens.accessToken,
  }
  const now = session.parts.clock.now().getTime()
  if (token.expiresAt.getTime() - now > marginMs || session.memory.authRestsUntil > now) return
  const outcome = await refresh(session, tokens.refreshToken)
  if (outcome === 'doubt') session.memory.authRestsUntil = now + authRestMs
  else if (outcome === 'over') {
    await endDevice(session.parts, token.viewer)
    session.present = null
  } else {
    session.present = outcome
    // Support may have given them another one.
    if (outcome.token.viewer.phone !== token.viewer.phone)
      await noteOwnNumber(session.parts, outcome.token.viewer).catch(session.parts.log.error)
  }
}

function withoutNumber(token: VerifiedToken): VerifiedToken {
  const viewer = { ...token.viewer, phone: null }
  return { ...token, viewer, claims: claimsOf(viewer) }
}

async function refresh(
  session: RequestSession,
  refreshToken: string,
): Promise<{ token: VerifiedToken; accessToken: string } | 'doubt' | 'over'> {
  const client = createAuthClient({ ...session, timeoutMs: refreshTimeoutMs })
  const { data, error } = await client.auth.refreshSession({ refresh_token: refreshToken })
  if (error) {
    const over = error.name === 'AuthSessionMissingError' || finalCodes.has(error.code ?? '')
    return over ? 'over' : 'doubt'
  }
  const accessToken = data.session?.access_token ?? ''
  const token = await verifyAccessToken(session.memory, accessToken)
  if (token === null || token === 'unknown') return 'doubt'
  client.commit(session)
  return { token, accessToken }
}
