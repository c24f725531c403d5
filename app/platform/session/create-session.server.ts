import type { Parts } from '../context.server'
import { appError } from '../http/app-errors'
import { createAuthClient } from './auth-client.server'
import { become, leave } from './become.server'
import { enterAsDemo } from './enter-as-demo.server'
import { findViewer } from './find-viewer.server'
import { answerQuestion } from './answer-question.server'
import { dropQuestion, findQuestion } from './number-question.server'
import { sendCode, verifyCode } from './phone-codes.server'
import { refreshTimeoutMs, type RequestSession } from './request-session.server'
import { listCookies, removeSessionCookies } from './session-cookies.server'
import { sessionMemory } from './session-memory.server'
import type { Session } from './session.server'
import type { Viewer } from './viewer'

export interface CreateSessionOptions {
  parts: Parts
  /** The request's `Cookie` header, or ''. */
  cookieHeader: string
  userAgent: string
  clientAddress: string
  /** Adds one more `Set-Cookie` to the answer; it must not replace others. */
  appendCookie(cookie: string): void
  /** For the cache headers that go with a session's cookies. */
  setHeader?(name: string, value: string): void
}

/** The session of one request. Without a session cookie nothing is asked of anybody and nothing is written. */
export async function createSession(options: CreateSessionOptions): Promise<Session> {
  const { cookieHeader, ...rest } = options
  const session: RequestSession = {
    ...rest,
    cookies: listCookies(cookieHeader),
    memory: sessionMemory(options.parts),
    present: null,
    ended: null,
    heldUntil: null,
    inDoubt: false,
  }
  await findViewer(session)
  let beginning: Promise<Viewer> | undefined
  const viewer = () => {
    // Answered as a visitor, whoever cannot be checked just now would look signed out, or be replaced by somebody new.
    if (session.inDoubt) throw appError('unavailable')
    return session.present?.token.viewer ?? null
  }

  return {
    get viewer() {
      return viewer()
    },
    get ended() {
      return session.present ? null : session.ended
    },
    get heldUntil() {
      const { heldUntil, parts } = session
      return heldUntil && heldUntil > parts.clock.now() ? heldUntil : null
    },
    async begin() {
      return viewer() ?? (await (beginning ??= begin(session)))
    },
    sendCode: (phone) => sendCode(session, phone),
    verifyCode: (phone, code) => verifyCode(session, phone, code),
    findQuestion: () => findQuestion(session),
    answerQuestion: (isMine) => answerQuestion(session, isMine),
    enterAsDemo: (person) => enterAsDemo(session, person),
    async signOut() {
      const ended = session.present
      session.present = null
      session.ended = null
      session.inDoubt = false
      beginning = undefined
      removeSessionCookies(options.parts.env, session.cookies).forEach(options.appendCookie)
      dropQuestion(session)
      session.cookies = []
      if (ended) await leave(session, ended)
    },
  }
}

async function begin(session: RequestSession): Promise<Viewer> {
  const { limits } = session.parts
  if (!(await limits.take('beginPerAddress', session.clientAddress))) throw appError('too_many')
  const client = createAuthClient({ ...session, timeoutMs: refreshTimeoutMs })
  const { data, error } = await client.auth.signInAnonymously()
  if (error || !data.session) throw appError(error?.status === 429 ? 'too_many' : 'unavailable')
  return (await become(session, client, data.session.access_token)).viewer
}
