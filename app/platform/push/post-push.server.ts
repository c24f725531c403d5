import { request, type Agent } from 'node:https'
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http'
import type { PushAnswer } from './push.server'

/** From the first byte sent to the last one read: 10 seconds. */
const patienceMs = 10_000
const usualWaitSeconds = 60
const longestWaitSeconds = 60 * 60

/** Hands one sealed push to a push service. What it says in words is not read: it may name the phone. */
export function postPush(
  agent: Agent,
  endpoint: string,
  headers: OutgoingHttpHeaders,
  body: Buffer | null | undefined,
): Promise<PushAnswer> {
  return new Promise((done) => {
    let isConnected = false
    const nothing = () => {
      clearTimeout(patience)
      done({ came: 'broken', status: null, mayHaveArrived: isConnected })
    }
    const patience = setTimeout(() => asking.destroy(new Error('no answer')), patienceMs)
    const asking = request(endpoint, { method: 'POST', headers, agent }, (answer) => {
      answer.on('error', nothing)
      answer.on('end', () => {
        clearTimeout(patience)
        done(readAnswer(answer.statusCode ?? 0, answer.headers))
      })
      answer.resume()
    })
    asking.on('socket', (socket) => {
      if (asking.reusedSocket) isConnected = true
      else socket.once('secureConnect', () => (isConnected = true))
    })
    asking.on('error', nothing)
    asking.on('close', nothing)
    asking.end(body ?? undefined)
  })
}

function readAnswer(status: number, headers: IncomingHttpHeaders): PushAnswer {
  if (status >= 200 && status < 300) return { came: 'taken', status }
  if (status === 404 || status === 410) return { came: 'gone', status }
  if (status === 413) return { came: 'too_large', status }
  if (status === 429) return { came: 'later', status, seconds: secondsToWait(headers) }
  return status >= 500
    ? { came: 'broken', status, mayHaveArrived: false }
    : { came: 'refused', status }
}

/** `Retry-After` in seconds or as a date (RFC 9110); within reason. */
function secondsToWait({ 'retry-after': said = '', date }: IncomingHttpHeaders): number {
  const seconds = /^\d+$/.test(said)
    ? Number(said)
    : (Date.parse(said) - Date.parse(date ?? new Date().toUTCString())) / 1_000
  if (!Number.isFinite(seconds)) return usualWaitSeconds
  return Math.min(longestWaitSeconds, Math.max(1, Math.ceil(seconds)))
}
