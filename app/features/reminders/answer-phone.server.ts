import type { RequestContext } from '~/platform/context.server'
import type { RateLimitName } from '~/platform/http/rate-limits.server'

/** Answers to the app's own scripts: JSON, kept nowhere. */
export const answerPhone = (status: number, body: object, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers: { 'Cache-Control': 'private, no-store', ...headers } })

export const done = () =>
  new Response(null, { status: 204, headers: { 'Cache-Control': 'private, no-store' } })

export const needsSession = () => answerPhone(401, { error: 'needs_sign_in' })

/** Null when it may go on, else the answer. */
export async function refuseTooMany(
  { limits }: Pick<RequestContext, 'limits'>,
  name: RateLimitName,
  key: string,
): Promise<Response | null> {
  if (await limits.take(name, key)) return null
  const seconds = Math.max(1, await limits.secondsLeft(name, key))
  return answerPhone(429, { error: 'too_many' }, { 'Retry-After': String(seconds) })
}

/** The JSON of a body; undefined when it is none. */
export async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json()
  } catch {
    return undefined
  }
}
