import type { AppLoadContext } from '@remix-run/node'
import type { Request, Response } from 'express'
import type { Parts } from '~/platform/context.server'
import { createSession } from '~/platform/session/create-session.server'

/** Everything a loader or action is handed for one request. */
export async function requestContext(
  parts: Parts,
  req: Request,
  res: Response,
): Promise<AppLoadContext> {
  const clientAddress = req.ip ?? 'unknown'
  const session = await createSession({
    parts,
    cookieHeader: req.get('cookie') ?? '',
    userAgent: req.get('user-agent') ?? '',
    clientAddress,
    appendCookie: (cookie) => void res.append('Set-Cookie', cookie),
    setHeader: (name, value) => void res.setHeader(name, value),
  })
  const claims = () =>
    session.viewer && {
      sub: session.viewer.personId,
      session_id: session.viewer.sessionId,
      is_anonymous: session.viewer.anonymous,
      ...(session.viewer.phone ? { phone: session.viewer.phone } : {}),
    }
  return {
    ...parts,
    session,
    claims,
    asViewer: (work) => parts.db.asViewer(claims(), work),
    clientAddress,
    cspNonce: String(res.locals.cspNonce),
  }
}
