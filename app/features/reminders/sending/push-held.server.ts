import type { PushAnswer } from '~/platform/push/push.server'
import type { Instant } from '~/features/medication/schedule/care-date'
import type { Batch, ReminderParts } from './batch.server'
import { pushMessage } from '../push-message'
import { receiptFor, topicOf } from './push-tokens.server'
import type { HeldPush, SendResult } from './reminder-work.server'

type Held = HeldPush & { personId: string }

const firstWaitMs = 30_000
const longestWaitMs = 5 * 60_000
/** A push that may have arrived each time rings each time: no more often than that. */
const mostUnanswered = 6

/** Pushes what was written down, several at a time, as long as nobody else can have taken the people on. */
export async function pushHeld(
  parts: ReminderParts,
  batch: Batch,
  held: readonly Held[],
  leaseEndsMs: number,
): Promise<SendResult[]> {
  const results: SendResult[] = []
  const waiting = [...held]
  const isOurs = () => performance.now() + batch.pushMs < leaseEndsMs
  const work = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const now = parts.clock.now().getTime()
      if (batch.isStopping() || !isOurs()) {
        results.push(putOff(one, now, 0))
        continue
      }
      const { endpoint } = one.push.phone
      if (!batch.silences.mayTry(endpoint, performance.now())) {
        results.push(putOff(one, now, batch.silences.waitMs(endpoint, performance.now())))
        continue
      }
      const answer = await send(parts, batch, one, now)
      const hasAnswered = answer.came !== 'broken' || answer.status !== null
      batch.silences.note(endpoint, hasAnswered, performance.now())
      results.push(resultOf(one, answer, parts.clock.now().getTime()))
    }
  }
  await Promise.all(Array.from({ length: batch.together }, work))
  return results
}

async function send(
  { push }: ReminderParts,
  { tokens }: Batch,
  { personId, sendId, push: planned }: Held,
  now: Instant,
): Promise<PushAnswer> {
  const { phone, occasion, expiresAt } = planned
  const topic = topicOf(tokens.topics, personId, occasion.insteadOf ?? occasion.key)
  const sendWith = (body: string) =>
    push.send(
      { endpoint: phone.endpoint, keys: { p256dh: phone.p256dh, auth: phone.auth } },
      {
        topic,
        ttl: Math.max(1, Math.ceil((expiresAt - now) / 1_000)),
        urgency: occasion.about.kind === 'card' ? 'normal' : 'high',
        body: JSON.stringify(
          pushMessage({
            about: occasion.about,
            title: occasion.title,
            body,
            tag: topic,
            origin: tokens.origin,
            personId,
            receipt: receiptFor(tokens.receipts, sendId),
          }),
        ),
      },
    )
  const answer = await sendWith(occasion.body)
  const isShorter = occasion.body !== occasion.plainBody
  return answer.came === 'too_large' && isShorter ? sendWith(occasion.plainBody) : answer
}

const outcome = ({ personId, sendId, push }: Held, at: Instant): SendResult => ({
  id: sendId,
  person: personId,
  device: push.phone.id,
  state: 'failed',
  answer: null,
  error: null,
  at,
  againAt: null,
  quietUntil: null,
  gone: false,
  begun: true,
  counts: false,
})

/**
 * What became of a push, and what the person's day has to count: what surely reached nobody it does not, and what may
 * have, only the first time, since another try takes the place of the one before.
 */
function resultOf(held: Held, answer: PushAnswer, at: Instant): SendResult {
  const result = { ...outcome(held, at), answer: answer.status }
  switch (answer.came) {
    case 'taken':
      return { ...result, state: 'sent', counts: true }
    case 'gone':
      return { ...result, gone: true, error: 'gone' }
    case 'too_large':
      return { ...result, error: 'too_large' }
    case 'unusable':
      return { ...result, error: 'unusable' }
    case 'refused':
      return { ...result, error: `refused_${answer.status}` }
    case 'later': {
      const quietUntil = at + answer.seconds * 1_000
      const againAt = Math.max(quietUntil, at + waitOf(held))
      return { ...tryAgain(held, result, againAt), quietUntil, error: 'too_many' }
    }
    case 'broken': {
      const unanswered = { ...result, error: 'no_answer' }
      if (!answer.mayHaveArrived) return tryAgain(held, unanswered, at + waitOf(held))
      const counted = { ...unanswered, counts: held.tries === 1 }
      return held.tries < mostUnanswered ? tryAgain(held, counted, at + waitOf(held)) : counted
    }
  }
}

const waitOf = ({ tries }: Held) => Math.min(longestWaitMs, firstWaitMs * 2 ** (tries - 1))

/** Not later than it is of use. */
const tryAgain = ({ push }: Held, result: SendResult, againAt: Instant): SendResult =>
  againAt < push.expiresAt ? { ...result, state: 'again', againAt } : result

/** Not begun: for whoever looks then. */
const putOff = (held: Held, at: Instant, waitMs: number): SendResult => ({
  ...outcome(held, at),
  state: 'again',
  againAt: at + waitMs,
  begun: false,
})
