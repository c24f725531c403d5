import type { Clock } from '../clock'
import type { Env } from '../env.server'
import type { TextMessage, TextMessages } from './text-messages.server'

const timeoutMs = 5_000
const mostKept = 50

/** The gateway did not take a message. Its text names neither the number nor the words. */
export class TextMessageError extends Error {
  override name = 'TextMessageError'
}

/**
 * `POST {to, body}` as JSON with a bearer token to `SMS_GATEWAY_URL` (five seconds at most), or, without
 * one, the last 50 messages kept in memory for `/dev/inbox`.
 */
export function createTextMessages(
  env: Pick<Env, 'SMS_GATEWAY_URL' | 'SMS_GATEWAY_TOKEN'>,
  clock: Clock,
): TextMessages {
  const { SMS_GATEWAY_URL: gateway, SMS_GATEWAY_TOKEN: token } = env
  if (gateway)
    return {
      send: (to, body) => sendThrough(gateway, token, { to, body }),
      listKept: () => [],
    }
  const kept: TextMessage[] = []
  return {
    async send(to, body) {
      kept.unshift({ to, body, at: clock.now() })
      kept.length = Math.min(kept.length, mostKept)
    },
    listKept: () => [...kept],
  }
}

async function sendThrough(gateway: string, token: string | undefined, message: object) {
  const response = await fetch(gateway, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(message),
    signal: AbortSignal.timeout(timeoutMs),
    redirect: 'error',
  }).catch((error: unknown) => {
    const name = error instanceof Error ? error.name : 'unknown'
    throw new TextMessageError(`the gateway was not reached (${name})`)
  })
  await response.body?.cancel()
  if (!response.ok) throw new TextMessageError(`the gateway answered ${response.status}`)
}
