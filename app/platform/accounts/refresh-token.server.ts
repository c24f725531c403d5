import { createHmac, timingSafeEqual } from 'node:crypto'

const signatureBytes = 16

/**
 * A refresh token is the session's id and a counter, signed: nothing has to be kept that could be stolen
 * from the database, and the present token of a session can be handed out a second time.
 */
export function writeRefreshToken(secret: Buffer, sessionId: string, counter: number): string {
  const body = Buffer.alloc(24)
  body.write(sessionId.replaceAll('-', ''), 'hex')
  body.writeBigUInt64BE(BigInt(counter), 16)
  return Buffer.concat([body, sign(secret, body)]).toString('base64url')
}

/** What a token says, or null when it was not written with this secret. */
export function readRefreshToken(
  secret: Buffer,
  token: string,
): { sessionId: string; counter: number } | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 24 + signatureBytes) return null
  const body = bytes.subarray(0, 24)
  if (!timingSafeEqual(sign(secret, body), bytes.subarray(24))) return null
  const hex = body.toString('hex', 0, 16)
  const sessionId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  return { sessionId, counter: Number(body.readBigUInt64BE(16)) }
}

const sign = (secret: Buffer, body: Buffer) =>
  createHmac('sha256', secret).update(body).digest().subarray(0, signatureBytes)
