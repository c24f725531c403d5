import type { Clock } from '../clock'
import type { Database } from '../database/database.server'
import type { TextMessages } from '../text-messages/text-messages.server'
import { AuthServerError } from './auth-error.server'
import type { Codes } from './codes.server'
import type { Sessions } from './sessions.server'

/** What every endpoint of the local accounts stands on. */
export interface EndpointParts {
  db: Database
  clock: Clock
  textMessages: TextMessages
  sessions: Sessions
  codes: Codes
  serviceKey: string
  publicKeys: { keys: object[] }
}

export interface EndpointRequest {
  body: unknown
  query: URLSearchParams
  bearer: string | null
  /** What follows the fixed part of the path: the id of a user. */
  id: string
}

/** Answers with a body for status 200, or with a response of its own. */
export type Endpoint = (parts: EndpointParts, request: EndpointRequest) => Promise<unknown>

/**
 * Sends a code; the words fit one text message and hold no link, so that nobody learns to tap one.
 * @throws {AuthServerError} `sms_send_failed` when the gateway did not take it.
 */
export async function textCode(parts: EndpointParts, phone: string, code: string): Promise<void> {
  try {
    await parts.textMessages.send(`+${phone}`, `[곁에] 인증번호 ${code}. 곁에 직원도 묻지 않아요.`)
  } catch {
    throw new AuthServerError(422, 'sms_send_failed', 'Error sending confirmation sms')
  }
}

/** A number as it is kept: digits without a plus sign. @throws {AuthServerError} */
export function requirePhone(value: unknown): string {
  const digits = typeof value === 'string' ? value.trim().replace(/^\+/, '') : ''
  if (!/^[1-9]\d{6,14}$/.test(digits))
    throw new AuthServerError(
      400,
      'validation_failed',
      'Invalid phone number format (E.164 required)',
    )
  return digits
}

/** @throws {AuthServerError} when the body is not an object. */
export function requireFields(body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null)
    throw new AuthServerError(400, 'bad_json', 'Could not parse request body as JSON')
  return body as Record<string, unknown>
}

export const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
