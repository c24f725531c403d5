import { createHash } from 'node:crypto'
import { v5 as uuidv5 } from 'uuid'
import { createAuthAdmin } from '../accounts/auth-admin.server'
import { isParkedNumber, parkedNumber } from '../accounts/parked-number.server'
import { createAuthClient } from './auth-client.server'
import { become, settle } from './become.server'
import { dropQuestion, findAsked, type Asked } from './number-question.server'
import { codeTimeoutMs, type RequestSession } from './request-session.server'
import { confirmNumber, declineNumber } from './session-rows.server'
import type { AnswerQuestionResult } from './session.server'

/** Namespace of the ids of accounts that begin with somebody else's old number. */
const namespace = '0d2f6f0c-5f0e-4c0b-9d0a-6a5f0f1e7b52'
const heldDays = 7

const none = { answered: false, reason: 'no_question' } as const
const notNow = { answered: false, reason: 'unavailable' } as const

/** `Session.answerQuestion` */
export async function answerQuestion(
  session: RequestSession,
  isMine: boolean,
): Promise<AnswerQuestionResult> {
  const asked = await findAsked(session)
  if (!asked) return none
  const { limits, log } = session.parts
  if (!(await limits.take('writePerPerson', asked.token.viewer.sessionId)))
    return { answered: false, reason: 'too_many' }
  try {
    const result = await (isMine ? sayYes(session, asked) : sayNo(session, asked))
    if (result.answered) dropQuestion(session)
    return result
  } catch (error) {
    log.error(error)
    return notNow
  }
}

async function sayYes(session: RequestSession, asked: Asked): Promise<AnswerQuestionResult> {
  const client = createAuthClient({ ...session, timeoutMs: codeTimeoutMs })
  const { data, error } = await client.auth.setSession({
    access_token: asked.accessToken,
    refresh_token: asked.refreshToken,
  })
  if (error) return error.status === 408 || error.status === 429 ? notNow : none
  // Somebody on another browser said "no" meanwhile.
  if (!data.user || isParkedNumber(data.user.phone ?? '')) return none
  const { clock } = session.parts
  const heldUntil = new Date(clock.now().getTime() + heldDays * 24 * 60 * 60_000)
  const confirmed = await confirmNumber(session.parts, asked.token.viewer, heldUntil)
  if (!confirmed) return none
  session.heldUntil = heldUntil
  await settle(session, client, asked)
  return { answered: true }
}

/**
 * The number first goes from the old account, then to a new one. What was cut short in between is done by
 * the second try: the new account has the same id and the same password, which nobody ever sees.
 */
async function sayNo(session: RequestSession, asked: Asked): Promise<AnswerQuestionResult> {
  const { parts } = session
  const { viewer } = asked.token
  if (!viewer.phone || !(await declineNumber(parts, viewer))) return none
  const phone = viewer.phone
  const admin = createAuthAdmin(parts)
  const old = await admin.getUserById(viewer.personId)
  if (old.error) return notNow
  if (`+${old.data.user.phone}` === phone) {
    const parked = parkedNumber(viewer.personId)
    const { error } = await admin.updateUserById(viewer.personId, { phone: parked })
    if (error) return notNow
  }

  const password = createHash('sha256').update(asked.refreshToken).digest('base64url')
  const id = uuidv5(viewer.sessionId, namespace)
  await admin.createUser({ id, phone, phone_confirm: true, password })
  const client = createAuthClient({ ...session, timeoutMs: codeTimeoutMs })
  const { data, error } = await client.auth.signInWithPassword({ phone, password })
  if (error) return notNow
  await become(session, client, data.session.access_token)
  await client.auth.admin.signOut(asked.accessToken, 'local').catch(() => undefined)
  return { answered: true }
}
