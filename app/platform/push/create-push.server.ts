import { Agent } from 'node:https'
import webPush from 'web-push'
import type { Clock } from '../clock'
import type { Env } from '../env.server'
import { isPushEndpoint } from './push-hosts'
import { postPush } from './post-push.server'
import type { KeptPush, Push, PushRequest, PushSubscription } from './push.server'
import { loadVapidKeys, type VapidKeys } from './vapid-keys.server'

const mostKept = 50
/** Signing takes most of a push's time, and a push service takes a token for up to a day. */
const tokenSeconds = 12 * 60 * 60
const renewedBeforeMs = 60 * 60_000

interface PushOptions {
  /** Certificate of a test's own push service. */
  ca?: string
  /** To one push service at once. */
  connections?: number
}

/** With the keys of the environment or of `DATA_DIR`. */
export const createPush = async (env: Env, clock: Clock, options: PushOptions = {}) =>
  createPushWith(await loadVapidKeys(env), env, clock, options)

export function createPushWith(
  keys: VapidKeys,
  env: Pick<Env, 'VAPID_SUBJECT' | 'PUSH_TEST_HOSTS' | 'GYEOTE_MODE'>,
  clock: Clock,
  options: PushOptions = {},
): Push {
  const agent = new Agent({
    keepAlive: true,
    maxSockets: options.connections ?? 64,
    ...(options.ca ? { ca: options.ca } : {}),
  })
  const kept: KeptPush[] = []
  const tokens = new Map<string, { header: string; until: number }>()

  const authorization = (endpoint: string): string => {
    const { origin } = new URL(endpoint)
    // By the machine's clock, as the library and push services judge it.
    const now = Date.now()
    const known = tokens.get(origin)
    if (known && now < known.until) return known.header
    const { Authorization } = webPush.getVapidHeaders(
      origin,
      env.VAPID_SUBJECT,
      keys.publicKey,
      keys.privateKey,
      'aes128gcm',
      Math.floor(now / 1_000) + tokenSeconds,
    )
    const until = now + tokenSeconds * 1_000 - renewedBeforeMs
    if (tokens.size > 1_000) tokens.clear()
    tokens.set(origin, { header: Authorization, until })
    return Authorization
  }

  /** Null when the phone's keys are none. */
  const seal = (subscription: PushSubscription, { body, ttl, urgency, topic }: PushRequest) => {
    const headers = { Authorization: authorization(subscription.endpoint) }
    try {
      return webPush.generateRequestDetails(subscription, body, {
        TTL: ttl,
        urgency,
        topic,
        headers,
      })
    } catch {
      return null
    }
  }

  return {
    publicKey: keys.publicKey,
    secretFor: keys.secretFor,
    accepts: (endpoint) => isPushEndpoint(endpoint, env.PUSH_TEST_HOSTS),
    async send(subscription, request) {
      const sealed = seal(subscription, request)
      if (!sealed) return { came: 'unusable', status: null }
      const answer = await postPush(agent, subscription.endpoint, sealed.headers, sealed.body)
      if (env.GYEOTE_MODE === 'trial') {
        kept.unshift({ body: request.body, at: clock.now(), status: answer.status })
        kept.length = Math.min(kept.length, mostKept)
      }
      return answer
    },
    listKept: () => [...kept],
    close: () => agent.destroy(),
  }
}
