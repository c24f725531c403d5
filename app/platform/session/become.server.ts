import { verifyAccessToken } from './access-token.server'
import { createAuthClient } from './auth-client.server'
import { refreshTimeoutMs, type RequestSession } from './request-session.server'
import {
  adoptAnonymous,
  arrive,
  endDevice,
  hasAdopted,
  isDemo,
  noteOwnNumber,
} from './session-rows.server'
import type { Viewer } from './viewer'

type AuthClient = ReturnType<typeof createAuthClient>
type Joined = 'attached' | 'signed_in' | 'adopted'

/**
 * Makes a session that the auth server just began the session of this request, unless it must first be
 * asked whose number it is: then everything stays as it was.
 */
export async function become(
  session: RequestSession,
  client: AuthClient,
  accessToken: string,
): Promise<{ viewer: Viewer; joined: Joined | 'asked' }> {
  const token = await verifyAccessToken(session.memory, accessToken)
  if (token === null || token === 'unknown') throw new Error('the new access token is not genuine')
  if (await arrive(session.parts, token.viewer, session.userAgent))
    return { viewer: token.viewer, joined: 'asked' }
  return settle(session, client, { token, accessToken })
}

/**
 * The rest of becoming somebody whose rows are there. The cookies are set last: a browser never holds a
 * session whose rows are missing.
 */
export async function settle(
  session: RequestSession,
  client: AuthClient,
  present: NonNullable<RequestSession['present']>,
): Promise<{ viewer: Viewer; joined: Joined }> {
  const before = session.present
  const { viewer } = present.token
  let joined: Joined = 'signed_in'
  if (before?.token.viewer.personId === viewer.personId) joined = 'attached'
  else if (before?.token.viewer.anonymous && !(await isDemo(session.parts, viewer.personId))) {
    try {
      await adopt(session, before.token.viewer, viewer)
    } catch (error) {
      await endDevice(session.parts, viewer)
      throw error
    }
    joined = 'adopted'
  }
  await noteOwnNumber(session.parts, viewer)
  if (before && before.token.viewer.sessionId !== viewer.sessionId) await leave(session, before)
  session.present = present
  session.inDoubt = false
  client.commit(session)
  return { viewer, joined }
}

/** Two taps at once take each other's proof: whoever comes second finds that it is done. */
async function adopt(session: RequestSession, anonymous: Viewer, person: Viewer): Promise<void> {
  for (let triesLeft = 2; ; triesLeft--) {
    try {
      return await adoptAnonymous(session.parts, anonymous, person)
    } catch (error) {
      if (await hasAdopted(session.parts, person, anonymous.personId)) return
      if (triesLeft === 0) throw error
    }
  }
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
