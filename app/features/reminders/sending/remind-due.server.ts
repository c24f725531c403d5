import { randomUUID } from 'node:crypto'
import type { Instant } from '~/features/medication/schedule/care-date'
import { openSteps } from '../ladder/ladder-work.server'
import type { Batch, ReminderParts } from './batch.server'
import { planReminders, type ReminderPlan } from '../planning/plan-reminders'
import type { Reminded } from '../planning/reminded'
import {
  claimDue,
  finishPeople,
  holdPushes,
  readReminded,
  type Claim,
  type SendResult,
} from './reminder-work.server'
import { pushHeld } from './push-held.server'

const triedAgainMs = 10 * 60_000

/**
 * One batch from beginning to end: takes on people who are due, plans, writes down whom of their family it tells
 * (who is taken on next) and what will go, pushes, and
 * writes down what came of it. Whatever moment it dies at, the next process finds the people due again once the
 * lease is over, and what had gone already goes again under the same Topic.
 * @returns how many people were taken on
 */
export async function remindDue(given: ReminderParts, batch: Batch): Promise<number> {
  const parts = { ...given, clock: await batch.agreeOnTime() }
  const { db, clock } = parts
  const claim: Claim = { token: randomUUID(), leaseMs: batch.leaseMs }
  const now = clock.now().getTime()
  const people = await claimDue(db, claim, now, batch.most)
  if (people.length === 0) return 0

  const reminded = await readReminded(db, people, now)
  const plans = reminded.map((one) => ({ personId: one.personId, ...planFor(parts, one, now) }))
  const planned = plans.flatMap(({ personId, pushes }) =>
    pushes.map((push) => ({ personId, push })),
  )
  await openSteps(db, claim, plans, now)
  const leaseEndsMs = performance.now() + batch.leaseMs
  const held = await holdPushes(db, claim, planned, now)
  const results = await pushHeld(parts, batch, held, leaseEndsMs)
  await finishPeople(
    db,
    claim,
    results,
    plans.map((plan) => withRetries(plan, results)),
    now,
  )
  return people.length
}

/** What cannot be planned keeps nobody else from being reminded. */
function planFor({ log }: ReminderParts, reminded: Reminded, now: Instant): ReminderPlan {
  try {
    return planReminders(reminded, now)
  } catch (error) {
    log.error(error)
    return { pushes: [], tooLate: [], steps: [], nextAt: now + triedAgainMs }
  }
}

function withRetries(plan: ReminderPlan & { personId: string }, results: readonly SendResult[]) {
  const again = results.filter(({ person }) => person === plan.personId).map((one) => one.againAt)
  const times = [plan.nextAt, ...again].filter((time): time is Instant => time !== null)
  return { ...plan, nextAt: times.length === 0 ? null : Math.min(...times) }
}
