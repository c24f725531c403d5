import type { Clock } from '../clock'
import type { Database } from '../database/database.server'
import type { Env } from '../env.server'
import type { Log } from '../telemetry/log.server'
import type { TextMessages } from '../text-messages/text-messages.server'
import {
  changeAnyUser,
  listUsers,
  makeUser,
  removeUser,
  showAnyUser,
} from './admin-endpoints.server'
import { AuthServerError } from './auth-error.server'
import { authAddress } from './auth-address.server'
import { resendCode, sendCode, verifyCode } from './code-endpoints.server'
import { createCodes } from './codes.server'
import type { Endpoint, EndpointParts } from './endpoint.server'
import { changeUser, grantToken, showUser, signOut, signUp } from './session-endpoints.server'
import { createSessions } from './sessions.server'
import { loadSigningKey, type SigningKey } from './signing-key.server'

const prefix = '/auth/v1'
const apiVersion = '2024-01-01'

const endpoints: Record<string, Endpoint> = {
  'POST /otp': sendCode,
  'POST /resend': resendCode,
  'POST /verify': verifyCode,
  'POST /signup': signUp,
  'POST /token': grantToken,
  'GET /user': showUser,
  'PUT /user': changeUser,
  'POST /logout': signOut,
  'GET /.well-known/jwks.json': async (parts) => parts.publicKeys,
  'GET /admin/users': listUsers,
  'POST /admin/users': makeUser,
  'GET /admin/users/:id': showAnyUser,
  'PUT /admin/users/:id': changeAnyUser,
  'DELETE /admin/users/:id': removeUser,
}

export interface LocalAccountsOptions {
  env: Env
  db: Database
  clock: Clock
  textMessages: TextMessages
  log?: Log
  /** Instead of the one in `AUTH_SIGNING_KEY` or `DATA_DIR`. */
  signingKey?: SigningKey
}

/**
 * An account server of one's own that speaks the Supabase Auth protocol under `/auth/v1`, over the same
 * database. It is called in-process, so no port is open; errors are `{code, message}` with Supabase's codes.
 */
export async function createLocalAccounts(options: LocalAccountsOptions): Promise<typeof fetch> {
  const { env, db, clock, textMessages } = options
  const key = options.signingKey ?? (await loadSigningKey(env))
  const { url, serviceKey } = authAddress(env)
  const parts: EndpointParts = {
    db,
    clock,
    textMessages,
    serviceKey,
    sessions: createSessions({ key, clock, issuer: `${url}${prefix}` }),
    codes: createCodes({ key, clock }),
    publicKeys: { keys: [key.publicJwk] },
  }
  return async (input, init) => {
    try {
      return await answer(parts, new Request(input, init))
    } catch (error) {
      if (error instanceof AuthServerError) return refusal(error.status, error.code, error.message)
      options.log?.error(error)
      return refusal(500, 'unexpected_failure', 'Unexpected failure, please check server logs')
    }
  }
}

async function answer(parts: EndpointParts, request: Request): Promise<Response> {
  const url = new URL(request.url)
  const path = url.pathname.startsWith(`${prefix}/`) ? url.pathname.slice(prefix.length) : ''
  const id = /^\/admin\/users\/([^/]+)$/.exec(path)?.[1] ?? ''
  const endpoint = endpoints[`${request.method} ${id ? '/admin/users/:id' : path}`]
  if (!endpoint) return refusal(404, 'not_found', 'Path not found')
  const result = await endpoint(parts, {
    body: request.method === 'GET' ? null : await readJson(request),
    query: url.searchParams,
    bearer: /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null,
    id,
  })
  if (result instanceof Response) return result
  return Response.json(result, { headers: { 'x-supabase-api-version': apiVersion } })
}

async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json()
  } catch {
    return null
  }
}

const refusal = (status: number, code: string, message: string) =>
  Response.json({ code, message }, { status, headers: { 'x-supabase-api-version': apiVersion } })
