import {
  isOutboxAnswer,
  outboxPath,
  readEnded,
  type Ended,
  type OutboxAnswer,
  type OutboxRequest,
} from './wire'

const limitMs = 20_000

export type Posted =
  | { kind: 'answered'; answer: OutboxAnswer }
  /** The session has ended: the same person must sign in again. */
  | { kind: 'no_session' }
  /** The session was ended from another phone, and this answer is to this request. */
  | { kind: 'ended'; ended: Ended }
  | { kind: 'too_large' }
  /** No network, a dead server, or somebody else answering in its place. `afterMs`: not before. */
  | { kind: 'no_answer'; afterMs: number | null }

/**
 * Sends one batch. An answer counts only when it is JSON of this contract: a hotel's sign-in page also
 * answers 200, and a redirect to it would be followed.
 */
export async function postOutbox(fetcher: typeof fetch, request: OutboxRequest): Promise<Posted> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), limitMs)
  try {
    const response = await fetcher(outboxPath, {
      method: 'POST',
      body: JSON.stringify(request),
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      redirect: 'manual',
      credentials: 'same-origin',
      cache: 'no-store',
      signal: abort.signal,
    })
    return await readAnswer(response, request.deviceId)
  } catch {
    return { kind: 'no_answer', afterMs: null }
  } finally {
    clearTimeout(timer)
  }
}

async function readAnswer(response: Response, deviceId: string): Promise<Posted> {
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false
  if (!isJson) return noAnswer(response)
  const body: unknown = await response.json()
  const ended = response.status === 200 || response.status === 401 ? readEnded(body) : null
  if (ended?.device === deviceId) return { kind: 'ended', ended }
  if (response.status === 200)
    return isOutboxAnswer(body) ? { kind: 'answered', answer: body } : noAnswer(response)
  if (!isOurs(body)) return noAnswer(response)
  if (response.status === 401) return { kind: 'no_session' }
  if (response.status === 413) return { kind: 'too_large' }
  return noAnswer(response)
}

const noAnswer = (response: Response): Posted => {
  const seconds = Number(response.headers.get('retry-after') ?? NaN)
  return { kind: 'no_answer', afterMs: Number.isNaN(seconds) ? null : seconds * 1000 }
}

const isOurs = (body: unknown) => typeof body === 'object' && body !== null && 'v' in body
