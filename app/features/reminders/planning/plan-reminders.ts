import { msPerMinute, type Instant } from '~/features/medication/schedule/care-date'
import { momentOf } from '~/features/medication/schedule/moment'
import { callOccasions } from '../ladder/call-occasions'
import { planLadder } from '../ladder/plan-ladder'
import type { NewStep } from '../ladder/ladder'
import type { Occasion } from './occasion'
import { laterDose, occasionsOf } from './occasions'
import { remindsOfDoses, type EarlierSend, type Reminded, type ReminderPhone } from './reminded'

/** A reminder is of use for so long; a push service drops it then. */
export const ttlMs = 45 * msPerMinute

/** As `Retry-After` is read (platform/push). */
const longestQuietMs = 60 * msPerMinute

/** One push that is to go now. */
export interface PlannedPush {
  occasion: Occasion
  phone: ReminderPhone
  step: number
  dueAt: Instant
  /** From then on it must not be shown any more. */
  expiresAt: Instant
}

export interface ReminderPlan {
  /** The most important first. */
  pushes: PlannedPush[]
  /** What nobody was reminded of in time: written down, never pushed. */
  tooLate: { about: string; step: number; dueAt: Instant }[]
  /** Relatives who are told of a silence now. */
  steps: NewStep[]
  /** When to look again; null: not before something changes. */
  nextAt: Instant | null
}

/**
 * What to push to a person's phones now. Of an occasion only the last step that was reached is pushed: after
 * an hour of silence one reminder comes, not all that were missed.
 */
export function planReminders(reminded: Reminded, now: Instant): ReminderPlan {
  const { facts, phones } = reminded
  if (phones.length === 0) return { pushes: [], tooLate: [], steps: [], nextAt: null }
  const moment = momentOf(facts, now)
  const ladder = planLadder(reminded, moment)
  const plan: ReminderPlan = { pushes: [], tooLate: [], steps: ladder.steps, nextAt: null }
  const later: (Instant | null | undefined)[] = [...ladder.later]
  const occasions = [
    // A warning takes the place of the dose's own repeats.
    ...occasionsOf(reminded, moment).filter(({ key }) => !isWarned(ladder.warnings, key, now)),
    ...ladder.warnings,
    ...callOccasions(reminded, now),
  ]
  for (const occasion of occasions) {
    later.push(occasion.times.find((time) => time > now))
    const nth = occasion.times.filter((time) => time <= now).length - 1
    if (nth >= 0) later.push(...planStep(plan, reminded, occasion, nth, now))
  }
  if (remindsOfDoses(reminded)) later.push(laterDose(facts, moment))
  const times = later.filter((time): time is Instant => typeof time === 'number')
  plan.pushes.sort((a, b) => rank(a) - rank(b))
  return { ...plan, nextAt: times.length === 0 ? null : Math.min(...times) }
}

const isWarned = (warnings: readonly Occasion[], key: string, now: Instant) =>
  warnings.some(({ insteadOf, times: [at = Infinity] }) => insteadOf === key && at <= now)

/** Adds what is to be done of a step that was reached. @returns when to look at it again */
function planStep(
  plan: ReminderPlan,
  { phones, sends }: Reminded,
  occasion: Occasion,
  nth: number,
  now: Instant,
): Instant[] {
  const { key, firstStep, times, lastsMs = ttlMs } = occasion
  const step = firstStep + nth
  const [first = now, dueAt = now] = [times[0], times[nth]]
  const ofOccasion = sends.filter(({ about }) => about === key)
  const later: Instant[] = []
  for (const phone of phones) {
    if (!phone.ready || phone.subscribedAt > dueAt) continue
    const earlier = ofOccasion.filter((one) => one.phone === phone.id && one.step >= firstStep)
    const atStep = earlier.find((one) => one.step === step)
    if (atStep && isOver(atStep)) continue
    const hasGone = earlier.some(({ state }) => state === 'sent')
    const expiresAt = (hasGone ? dueAt : first) + lastsMs
    if (now >= expiresAt) {
      noteTooLate(plan, ofOccasion, { about: key, step, dueAt })
      continue
    }
    const waitsUntil = Math.max(atStep?.againAt ?? 0, quietUntil(phone, now))
    if (waitsUntil > now) later.push(waitsUntil)
    else plan.pushes.push({ occasion, phone, step, dueAt, expiresAt })
  }
  return later
}

/** Longer than any push service is believed: written down by a clock that ran ahead. */
const quietUntil = ({ quietUntil: until }: ReminderPhone, now: Instant): Instant =>
  until === null || until > now + longestQuietMs ? 0 : until

const isOver = ({ state }: EarlierSend) => state !== 'sending' && state !== 'again'

function noteTooLate(
  { tooLate }: ReminderPlan,
  ofOccasion: readonly EarlierSend[],
  late: ReminderPlan['tooLate'][number],
) {
  const isNoted = ofOccasion.some(({ step, phone }) => step === late.step && phone === null)
  const isSame = tooLate.some(({ about, step }) => about === late.about && step === late.step)
  if (!isNoted && !isSame) tooLate.push(late)
}

/**
 * A test is waited for, as is what a relative should call about before everything of one's own; a first reminder
 * matters more than a repeat, and a dose more than the card.
 */
const rank = ({ occasion, step }: PlannedPush): number => {
  const dose = step % 10 === 0 ? 3 : 4
  return { test: 0, family: 1, ladder: 1, warning: 2, dose, card: 5, week: 5 }[occasion.about.kind]
}
