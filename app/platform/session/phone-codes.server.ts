import { verifyAccessToken } from './access-token.server'
import { createAuthClient } from './auth-client.server'
import { become } from './become.server'
import { keepQuestion } from './number-question.server'
import { codeTimeoutMs, type RequestSession } from './request-session.server'
import { readRequestedCode, writeRequestedCode, type RequestedCode } from './session-cookies.server'
import { endAllDevices } from './session-rows.server'
import type { SendCodeResult, VerifyCodeResult } from './session.server'

const codeLifeMs = 5 * 60_000

/** `Session.sendCode` */
export async function sendCode(session: RequestSession, phone: string): Promise<SendCodeResult> {
  const { env, limits, clock } = session.parts
  if (!env.PHONE_PREFIXES.some((prefix) => phone.startsWith(prefix)))
    return { sent: false, reason: 'not_allowed' }
  if ((await limits.secondsLeft('codeTryPerPhone', phone)) > 0)
    return { sent: false, reason: 'tried_too_often' }
  const allowed =
    (await limits.take('codePerAddress', session.clientAddress)) &&
    (await limits.take('codePerPhone', phone))
  if (!allowed) return { sent: false, reason: 'too_many' }
  if (!(await limits.take('codesPerDay', 'all'))) return { sent: false, reason: 'none_left_today' }
  const kind = await requestCode(session, phone)
  if (kind === 'too_many' || kind === 'unavailable') return { sent: false, reason: kind }
  session.appendCookie(writeRequestedCode(env, { kind, at: clock.now() }))
  return { sent: true }
}

async function requestCode(
  session: RequestSession,
  phone: string,
): Promise<RequestedCode['kind'] | 'too_many' | 'unavailable'> {
  const { token } = session.present ?? {}
  const anonymous = token?.viewer.anonymous === true
  const client = createAuthClient({ ...session, withSession: anonymous, timeoutMs: codeTimeoutMs })
  if (anonymous) {
    // Over, and not refreshed just now: the auth server does not answer.
    if (token.expiresAt <= session.parts.clock.now()) return 'unavailable'
    const { error } = await client.auth.updateUser({ phone })
    if (!error) return 'phone_change'
    if (error.code !== 'phone_exists') return error.status === 429 ? 'too_many' : 'unavailable'
  }
  const { error } = await client.auth.signInWithOtp({ phone })
  if (!error) return 'sms'
  return error.status === 429 ? 'too_many' : 'unavailable'
}

/** `Session.verifyCode` */
export async function verifyCode(
  session: RequestSession,
  phone: string,
  code: string,
): Promise<VerifyCodeResult> {
  const { limits } = session.parts
  const refuse = (reason: Extract<VerifyCodeResult, { verified: false }>['reason']) =>
    ({ verified: false, reason }) as const
  if (!(await limits.take('codeTryPerPhone', phone))) return refuse('too_many')
  const before = session.present
  const requested = readRequestedCode(session.cookies)
  const client = createAuthClient({
    ...session,
    accessToken: before?.accessToken,
    timeoutMs: codeTimeoutMs,
  })
  for (const type of kindsToTry(session, requested)) {
    const { data, error } = await client.auth.verifyOtp({ phone, token: code, type })
    if (error?.code === 'otp_expired') continue
    if (error?.code === 'phone_exists') return refuse('expired')
    if (error) return refuse(error.status === 429 ? 'too_many' : 'unavailable')
    const { user, session: begun } = data
    if (!user || !begun) return refuse('unavailable')
    if (type === 'phone_change' && user.id !== before?.token.viewer.personId) {
      // Another browser asked for the same number at the same time, and this was its code: the owner of
      // the number has it now, and nobody keeps a session that began elsewhere.
      await client.auth.admin.signOut(begun.access_token, 'global')
      const token = await verifyAccessToken(session.memory, begun.access_token)
      if (token && token !== 'unknown') await endAllDevices(session.parts, token.viewer)
      return refuse('expired')
    }
    const became = await become(session, client, begun.access_token).catch((error: unknown) => {
      session.parts.log.error(error)
      return null
    })
    if (!became) return refuse('unavailable')
    session.appendCookie(writeRequestedCode(session.parts.env, null))
    await limits.reset('codeTryPerPhone', phone)
    const { viewer, joined } = became
    if (joined !== 'asked') return { verified: true, viewer, joined }
    keepQuestion(session, begun)
    return refuse('asked')
  }
  if ((await limits.secondsLeft('codeTryPerPhone', phone)) > 0) return refuse('too_many')
  const age = requested && session.parts.clock.now().getTime() - requested.at.getTime()
  return refuse(age !== null && age > codeLifeMs ? 'expired' : 'wrong')
}

function kindsToTry(session: RequestSession, requested: RequestedCode | null) {
  if (!session.present?.token.viewer.anonymous) return ['sms'] as const
  return requested ? ([requested.kind] as const) : (['phone_change', 'sms'] as const)
}
