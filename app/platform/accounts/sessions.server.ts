import { jwtVerify, SignJWT, createLocalJWKSet, type JWTPayload } from 'jose'
import { sql } from 'kysely'
import type { Clock } from '../clock'
import type { Tx } from '../database/database.server'
import { AuthServerError, userIsMissing } from './auth-error.server'
import { readRefreshToken, writeRefreshToken } from './refresh-token.server'
import type { SigningKey } from './signing-key.server'
import { findUser, userJson, type UserRow } from './users.server'

const accessTokenSeconds = 3_600
/** Supabase's default: requests that run at the same time may refresh with the same token. */
const reuseMs = 10_000

interface SessionRow {
  id: string
  user_id: string
  refresh_token_counter: number
  refreshed_at: Date
}

export interface AccessClaims extends JWTPayload {
  sub: string
  session_id: string
}

/** Begins, refreshes and ends sessions, and checks access tokens, as Supabase Auth does. */
export function createSessions(options: { key: SigningKey; clock: Clock; issuer: string }) {
  const { key, clock, issuer } = options
  const secret = key.secretFor('refresh tokens')
  const publicKeys = createLocalJWKSet({ keys: [key.publicJwk] })

  async function answer(user: UserRow, sessionId: string, counter: number, method: string) {
    const now = Math.floor(clock.now().getTime() / 1_000)
    const claims = {
      role: 'authenticated',
      aal: 'aal1',
      amr: [{ method, timestamp: now }],
      session_id: sessionId,
      email: '',
      phone: user.phone ?? '',
      app_metadata: user.raw_app_meta_data,
      user_metadata: user.raw_user_meta_data,
      is_anonymous: user.is_anonymous,
    }
    const accessToken = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: key.kid, typ: 'JWT' })
      .setSubject(user.id)
      .setAudience('authenticated')
      .setIssuer(issuer)
      .setIssuedAt(now)
      .setExpirationTime(now + accessTokenSeconds)
      .sign(key.privateKey)
    return {
      access_token: accessToken,
      token_type: 'bearer',
      expires_in: accessTokenSeconds,
      expires_at: now + accessTokenSeconds,
      refresh_token: writeRefreshToken(secret, sessionId, counter),
      user: userJson(user),
    }
  }

  return {
    async begin(tx: Tx, user: UserRow, method: 'anonymous' | 'otp' | 'password') {
      const now = clock.now()
      const { rows } = await sql<{ id: string }>`
        with signed_in as (update auth.users set last_sign_in_at = ${now} where id = ${user.id})
        insert into auth.sessions (user_id, refreshed_at, created_at)
        values (${user.id}, ${now}, ${now}) returning id`.execute(tx)
      return answer({ ...user, last_sign_in_at: now }, String(rows[0]?.id), 0, method)
    },

    /**
     * Rotates. The parent of the present token is good for as long as that one has not been used: its
     * answer may have been lost on the way. Anything older than that, outside the ten seconds in which
     * requests may overlap, is a copy in other hands and ends the session.
     */
    async refresh(tx: Tx, token: string) {
      const read = readRefreshToken(secret, token)
      const session = read && (await findSession(tx, read.sessionId))
      if (!read || !session)
        return new AuthServerError(
          400,
          'refresh_token_not_found',
          'Invalid Refresh Token: Refresh Token Not Found',
        )
      const user = await findUser(tx, session.user_id)
      if (!user) throw userIsMissing(403)
      const now = clock.now()
      const behind = session.refresh_token_counter - read.counter
      if (behind === 0) {
        await sql`update auth.sessions set refresh_token_counter = ${read.counter + 1},
          refreshed_at = ${now} where id = ${session.id}`.execute(tx)
        return answer(user, session.id, read.counter + 1, 'token_refresh')
      }
      const overlaps = now.getTime() - session.refreshed_at.getTime() <= reuseMs
      if (behind === 1 || (behind > 1 && overlaps))
        return answer(user, session.id, session.refresh_token_counter, 'token_refresh')
      await sql`delete from auth.sessions where id = ${session.id}`.execute(tx)
      return new AuthServerError(
        400,
        'refresh_token_already_used',
        'Invalid Refresh Token: Already Used',
      )
    },

    /** The user and session of a bearer token. @throws {AuthServerError} */
    async requireUser(tx: Tx, accessToken: string | null) {
      const claims = await this.requireClaims(accessToken)
      const user = await findUser(tx, claims.sub)
      if (!user) throw userIsMissing(403)
      if (!(await findSession(tx, claims.session_id)))
        throw new AuthServerError(
          403,
          'session_not_found',
          'Session from session_id claim in JWT does not exist',
        )
      return { user, sessionId: claims.session_id }
    },

    /** What a genuine, current access token says. @throws {AuthServerError} */
    async requireClaims(accessToken: string | null): Promise<AccessClaims> {
      if (!accessToken)
        throw new AuthServerError(401, 'no_authorization', 'This endpoint requires a Bearer token')
      try {
        const { payload } = await jwtVerify<AccessClaims>(accessToken, publicKeys, {
          audience: 'authenticated',
          currentDate: clock.now(),
        })
        return payload
      } catch {
        throw new AuthServerError(
          403,
          'bad_jwt',
          'invalid JWT: unable to parse or verify signature',
        )
      }
    },

    async end(tx: Tx, session: { userId: string; sessionId: string }, scope: string) {
      const { userId, sessionId } = session
      await sql`delete from auth.sessions where user_id = ${userId} and case ${scope}::text
        when 'local' then id = ${sessionId} when 'others' then id <> ${sessionId} else true end`.execute(
        tx,
      )
    },
  }
}

export type Sessions = ReturnType<typeof createSessions>

async function findSession(tx: Tx, id: string): Promise<SessionRow | null> {
  const { rows } = await sql<SessionRow>`
    select id, user_id, refresh_token_counter, refreshed_at from auth.sessions
    where id = ${id} for update`.execute(tx)
  return rows[0] ?? null
}
