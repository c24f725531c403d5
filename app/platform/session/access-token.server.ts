import { createHash } from 'node:crypto'
import { compactVerify, errors } from 'jose'
import * as z from 'zod'
import { isParkedNumber } from '../accounts/parked-number.server'
import type { Claims } from '../database/database.server'
import { rememberVerified, type SessionMemory } from './session-memory.server'
import type { Viewer } from './viewer'

const shape = z.object({
  sub: z.uuid(),
  session_id: z.uuid(),
  aud: z.union([z.literal('authenticated'), z.array(z.string())]),
  role: z.literal('authenticated'),
  exp: z.number(),
  phone: z.string().optional(),
  is_anonymous: z.boolean().optional(),
})

export interface VerifiedToken {
  viewer: Viewer
  claims: Claims
  expiresAt: Date
}

/**
 * Checks the signature with the auth server's public keys, without a network call. A token whose hour is
 * over is returned too: who it belongs to is still certain, and only its `expiresAt` says what to do now.
 * @returns null when it is not genuine; 'unknown' when the public keys could not be had.
 */
export async function verifyAccessToken(
  memory: SessionMemory,
  accessToken: string,
): Promise<VerifiedToken | null | 'unknown'> {
  const hash = createHash('sha256').update(accessToken).digest('base64')
  const known = memory.verified.get(hash)
  if (known) return known
  let payload: Uint8Array
  try {
    ;({ payload } = await compactVerify(accessToken, memory.publicKeys, {
      algorithms: ['ES256', 'RS256', 'EdDSA'],
    }))
  } catch (error) {
    const refused =
      error instanceof errors.JWKSNoMatchingKey ||
      error instanceof errors.JWSInvalid ||
      error instanceof errors.JWSSignatureVerificationFailed ||
      error instanceof errors.JOSEAlgNotAllowed
    return refused ? null : 'unknown'
  }
  const result = shape.safeParse(JSON.parse(new TextDecoder().decode(payload)))
  if (!result.success || !result.data.aud.includes('authenticated')) return null
  const { sub, session_id, exp, phone, is_anonymous } = result.data
  // Supabase leaves out the plus sign.
  const number = phone ? `+${phone.replace(/^\+/, '')}` : null
  const viewer: Viewer = {
    personId: sub,
    sessionId: session_id,
    anonymous: is_anonymous === true,
    phone: number && !isParkedNumber(number) ? number : null,
  }
  const token = { viewer, claims: claimsOf(viewer), expiresAt: new Date(exp * 1_000) }
  rememberVerified(memory, hash, token)
  return token
}

/** The claims a database transaction of this viewer carries. */
export const claimsOf = (viewer: Viewer): Claims => ({
  sub: viewer.personId,
  session_id: viewer.sessionId,
  is_anonymous: viewer.anonymous,
  ...(viewer.phone ? { phone: viewer.phone } : {}),
})
