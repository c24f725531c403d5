import { verifyAccessToken } from './access-token.server'
import { createAuthClient } from './auth-client.server'
import { refreshTimeoutMs, type RequestSession } from './request-session.server'
import { adoptAnonymous, arrive, endDevice, isDemo } from './session-rows.server'
import type { Viewer } from './viewer'

type AuthClient = ReturnType<typeof createAuthClient>

/**
 * Makes a session that the auth server just began the session of this request. Its cookies are set last:
 * a browser never holds a session whose rows are missing.
 */
export async function become(
  session: RequestSession,
  client: AuthClient,
  accessToken: string,
): Promise<{ viewer: Viewer; joined: 'attached' | 'signed_in' | 'adopted' }> {
  const token = await verifyAccessToken(session.memory, accessToken)
  if (token === null || token === 'unknown') throw new Error('the new access token is not genuine')
  const before = session.present
  const { viewer } = token
  await arrive(session.parts, viewer, session.userAgent)
  let joined: 'attached' | 'signed_in' | 'adopted' = 'signed_in'
  if (before?.token.viewer.personId === viewer.personId) joined = 'attached'
  else if (before?.token.viewer.anonymous && !(await isDemo(session.parts, viewer.personId))) {
    try {
      await adoptAnonymous(session.parts, before.token.viewer, viewer)
    } catch (error) {
      await endDevice(session.parts, viewer)
      throw error
    }
    joined = 'adopted'
  }
  if (before) await leave(session, before)
  session.present = { token, accessToken }
  session.inDoubt = false
  client.commit(session)
  return { viewer, joined }
}

/** Ends a session here, and at the auth server as far as that answers. */
export async function leave(
  session: RequestSession,
  ended: NonNullable<RequestSession['present']>,
): Promise<void> {
  await endDevice(session.parts, ended.token.viewer)
  const { auth } = createAuthClient({ ...session, timeoutMs: refreshTimeoutMs })
  await auth.admin.signOut(ended.accessToken, 'local').catch(() => undefined)
}
