import { sql } from 'kysely'
import { giveBackPushes, takePushes } from '~/features/reminders/sending/pushes-of-day.server'
import { originOf } from '~/features/reminders/sending/start-reminders.server'
import type { Parts } from '~/platform/context.server'
import { endedPush } from './ended-push'

type PushParts = Pick<Parts, 'db' | 'clock' | 'push' | 'env' | 'log'>

interface LastPush {
  id: string
  personId: string
  endpoint: string
  p256dh: string
  auth: string
}

const most = 200
/** A push service keeps it so long for a phone that is switched off. */
const ttl = 28 * 24 * 60 * 60
const patienceMs = 1_500

/**
 * Tells phones that were ended from elsewhere, so that they erase what they keep without anybody opening them. What
 * a push service does not take is tried again by the next run, ever more rarely, for four weeks.
 * @returns how many were taken
 */
export async function sendLastPushes(parts: PushParts): Promise<number> {
  const { db, clock, push, env } = parts
  const { rows } = await sql<LastPush>`
    select id, person_id as "personId", endpoint, p256dh, auth from gyeote.claim_last_pushes(
      ${clock.now()}, ${most})`.execute(db.root)
  const body = endedPush(originOf(env))
  const taken = await Promise.all(
    rows.map(async ({ id, personId, endpoint, p256dh, auth }) => {
      // Of a day without room for it the next one has.
      if ((await takePushes(db, personId, 1, clock.now())) === 0) return false
      const request = { body, ttl, urgency: 'high', topic: 'gyeote-ended' } as const
      const answer = await push.send({ endpoint, keys: { p256dh, auth } }, request)
      await giveBackPushes(db, personId, [answer])
      const { came } = answer
      if (came === 'later' || came === 'broken') return false
      // Taken, or nothing that another try would change.
      await sql`select gyeote.finish_last_push(${id}::uuid)`.execute(db.root)
      return came === 'taken'
    }),
  )
  return taken.filter(Boolean).length
}

/** The first try, at once. Whoever ended a phone does not wait long for its push service. */
export async function beginLastPushes(parts: PushParts): Promise<void> {
  const sending = sendLastPushes(parts).catch((error: unknown) => parts.log.error(error))
  let timer: NodeJS.Timeout | undefined
  const longEnough = new Promise((resolve) => {
    timer = setTimeout(resolve, patienceMs)
  })
  await Promise.race([sending, longEnough])
  clearTimeout(timer)
}
