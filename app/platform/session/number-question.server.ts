import { verifyAccessToken, claimsOf } from './access-token.server'
import { maskName } from './mask-name'
import type { RequestSession } from './request-session.server'
import { readQuestion, writeQuestion } from './session-cookies.server'
import { checkSession } from './session-rows.server'
import type { NumberQuestion } from './session.server'

/** A session of the old account that counts for nothing yet, kept apart from the session's cookies. */
export type Asked = NonNullable<RequestSession['present']> & {
  refreshToken: string
  /** `current` once "yes" was said, as on a second tap. */
  state: 'asked' | 'current'
}

/** The session that waits for an answer on this browser; null when none does any more. */
export async function findAsked(session: RequestSession): Promise<Asked | null> {
  const kept = readQuestion(session.cookies)
  if (!kept) return null
  const token = await verifyAccessToken(session.memory, kept.accessToken)
  if (token === null || token === 'unknown') return null
  const { state } = await checkSession(session.parts, session.memory, token)
  return state === 'asked' || state === 'current' ? { ...kept, token, state } : null
}

/** `Session.findQuestion` */
export async function findQuestion(session: RequestSession): Promise<NumberQuestion | null> {
  const asked = await findAsked(session)
  if (asked?.state !== 'asked') return null
  const { viewer } = asked.token
  const person = await session.parts.db.asViewer(claimsOf(viewer), (tx) =>
    tx
      .selectFrom('gyeote.people')
      .select('display_name')
      .where('id', '=', viewer.personId)
      .executeTakeFirst(),
  )
  return person ? { maskedName: maskName(person.display_name ?? '') } : null
}

/** Remembers the session on this browser until it is answered, for half an hour. */
export function keepQuestion(
  session: RequestSession,
  tokens: { access_token: string; refresh_token: string },
): void {
  session.appendCookie(
    writeQuestion(session.parts.env, {
      accessToken: tokens.access_token,
      refreshToken: tokens.refresh_token,
    }),
  )
}

export function dropQuestion(session: RequestSession): void {
  if (readQuestion(session.cookies)) session.appendCookie(writeQuestion(session.parts.env, null))
}
