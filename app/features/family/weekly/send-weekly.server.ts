import { randomUUID } from 'node:crypto'
import { isoDate } from '~/features/medication/schedule/care-date'
import { usualZone } from '~/features/medication/schedule/moment'
import { pushMessage } from '~/features/reminders/push-message'
import { giveBackPushes, takePushes } from '~/features/reminders/sending/pushes-of-day.server'
import { receiptFor, topicOf } from '~/features/reminders/sending/push-tokens.server'
import { originOf } from '~/features/reminders/sending/start-reminders.server'
import { hourIn } from '~/platform/clock'
import type { Parts } from '~/platform/context.server'
import type { PushAnswer } from '~/platform/push/push.server'
import { careDateIn, loadWeek, type FamilyWeek } from './load-week.server'
import { stopUrl } from './stop-link.server'
import { isTimeToSend } from './week'
import { weekMail } from './weekly-mail'
import { weekPushWords } from './week-push-words'
import {
  claimWeekly,
  finishWeekly,
  type Outcome,
  type Recipient,
  type WeeklyClaim,
} from './weekly-work.server'

type WeeklyParts = Pick<Parts, 'db' | 'clock' | 'log' | 'env' | 'push' | 'mails'>

/** So many at once, and so much under way within one lease. */
const batchOf = 20
const pushTtlSeconds = 12 * 60 * 60

const done: Outcome = { error: null, again: false, gone: [] }
const again: Outcome = { ...done, again: true }

/**
 * Sends this Sunday's week to everybody who asked for it and has not had it. Any number of processes may do so
 * at once; whoever was being sent to when one died is sent to again, under the same Topic or Message-ID. What a
 * senior shows is asked as the relative, at the moment of sending.
 * @returns how many were taken on; none outside of Sunday evening
 */
export async function sendWeekly(parts: WeeklyParts): Promise<number> {
  const { db, clock, log } = parts
  const now = clock.now()
  const today = careDateIn(now)
  if (!isTimeToSend(today, hourIn(usualZone, now))) return 0
  const claim: WeeklyClaim = { token: randomUUID(), sunday: isoDate(today) }
  let taken = 0
  for (;;) {
    const recipients = await claimWeekly(db, claim, now, batchOf)
    if (recipients.length === 0) return taken
    taken += recipients.length
    await Promise.all(
      recipients.map(async (recipient) => {
        const outcome = await sendTo(parts, recipient, claim.sunday).catch((error: unknown) => {
          log.error(error)
          return again
        })
        await finishWeekly(db, claim, recipient.personId, outcome)
      }),
    )
  }
}

async function sendTo(parts: WeeklyParts, recipient: Recipient, sunday: string): Promise<Outcome> {
  const { db, clock } = parts
  const claims = { sub: recipient.personId, session_id: randomUUID(), is_anonymous: false }
  const week = await db.asViewer(claims, (tx) => loadWeek(tx, recipient.personId, clock.now()))
  if (week.seniors.length === 0) return done
  return recipient.email === null
    ? pushTo(parts, recipient, sunday)
    : mailTo(parts, recipient, recipient.email, week, sunday)
}

async function mailTo(
  parts: WeeklyParts,
  { personId, offId }: Recipient,
  to: string,
  week: FamilyWeek,
  sunday: string,
): Promise<Outcome> {
  const origin = originOf(parts.env)
  const stop = stopUrl(parts, origin, offId)
  const came = await parts.mails.send({
    to,
    ...weekMail(week, `${origin}/family/week`, stop),
    id: `week ${personId} ${sunday}`,
    stopUrl: stop,
  })
  if (came === 'later') return again
  return { ...done, error: came === 'refused' ? 'refused' : null }
}

async function pushTo(
  { db, clock, push, env }: WeeklyParts,
  { personId, phones }: Recipient,
  sunday: string,
): Promise<Outcome> {
  if (phones.length === 0) return { ...done, error: 'no_phone' }
  const may = await takePushes(db, personId, phones.length, clock.now())
  // What the day's count holds back may be given back before the evening is over.
  if (may === 0) return again
  const topic = topicOf(push.secretFor('topics'), personId, `${sunday}|week`)
  const body = JSON.stringify(
    pushMessage({
      about: { kind: 'week' },
      ...weekPushWords,
      tag: topic,
      origin: originOf(env),
      personId,
      receipt: receiptFor(push.secretFor('receipts'), randomUUID()),
    }),
  )
  const answers = await Promise.all(
    phones.slice(0, may).map(async ({ id, endpoint, p256dh, auth }) => {
      const subscription = { endpoint, keys: { p256dh, auth } }
      const request = { body, topic, ttl: pushTtlSeconds, urgency: 'normal' as const }
      return { id, answer: await push.send(subscription, request) }
    }),
  )
  await giveBackPushes(
    db,
    personId,
    answers.map(({ answer }) => answer),
  )
  const came = (...kinds: PushAnswer['came'][]) =>
    answers.filter(({ answer }) => kinds.includes(answer.came)).map(({ id }) => id)
  const gone = came('gone')
  if (came('taken').length > 0) return { ...done, gone }
  const isWorthATry = may < phones.length || came('later', 'broken').length > 0
  return isWorthATry ? { ...again, gone } : { ...done, gone, error: 'no_phone' }
}
