import { groupsOf, type DoseGroup } from '~/features/medication/dose-card/dose-groups'
import { isoDate, msPerMinute, type Instant } from '~/features/medication/schedule/care-date'
import type { Moment } from '~/features/medication/schedule/moment'
import { doseKeyOf, dueTimes, type Occasion } from '../planning/occasion'
import { remindsOfDoses, type Reminded } from '../planning/reminded'
import { betweenMs, isQuiet, type Ladder, type NewStep, type Rung } from './ladder'
import { warningWords } from './ladder-words'
import { repeatsBefore } from './least-repeats'
import { silentDoses } from './waits'

export interface LadderPlan {
  /** To the senior's own phones, half an hour before the first relative is told. */
  warnings: Occasion[]
  steps: NewStep[]
  /** When to look again. */
  later: Instant[]
}

/** After the last repeat the senior has so long before the warning. */
const afterRepeatsMs = 10 * msPerMinute
/** By then it is known whether a push to a relative could go at all. */
const pushKnownMs = msPerMinute
/** Of a silence nobody is told who should have been so long ago. */
const tooLateMs = 45 * msPerMinute

const nothing: LadderPlan = { warnings: [], steps: [], later: [] }

/**
 * Whom to warn and whom to tell of a silence now. Nothing of it is stored ahead: an answer, a pause, a medicine or
 * a link that has gone, or another choice is simply seen at the next look. Nobody is told before a push service has
 * taken the warning, and half an hour has passed since.
 */
export function planLadder(reminded: Reminded, now: Moment): LadderPlan {
  const { ladder, facts } = reminded
  if (!ladder || !remindsOfDoses(reminded)) return nothing
  const plans = groupsOf(facts, now.day - 1, now.day + 2, now).map((group) =>
    planGroup(reminded, ladder, group, now.instant),
  )
  return {
    warnings: plans.flatMap(({ warnings }) => warnings),
    steps: plans.flatMap(({ steps }) => steps),
    later: plans.flatMap(({ later }) => later),
  }
}

function planGroup(
  { facts, settings, sends }: Reminded,
  ladder: Ladder,
  group: DoseGroup,
  now: Instant,
): LadderPlan {
  const doses = group.doses.filter(
    ({ courseId, state }) =>
      ladder.courseIds.includes(courseId) &&
      (state === 'due' || state === 'question' || state === 'upcoming'),
  )
  const told = ladder.steps.filter(({ about }) => about === group.key)
  const next = ladder.rungs.find(
    ({ linkId, reached }) => reached && !told.some((one) => one.linkId === linkId),
  )
  if (doses.length === 0 || !next || ladder.ended.includes(group.key)) return nothing
  const [asking] = dueTimes(facts, group, doses)
  if (!asking) return nothing
  const { first, firstStep } = asking
  const repeats = Math.max(settings.repeats, repeatsBefore)
  const warnAt = Math.max(
    first + ladder.afterMinutes * msPerMinute - betweenMs,
    first + repeats * settings.everyMinutes * msPerMinute + afterRepeatsMs,
  )
  const asked = sends.filter(
    ({ about, step, state }) => about === doseKeyOf(group) && step >= firstStep && state === 'sent',
  )
  // After a standstill of ours the silence is none: nobody was asked.
  if (new Set(asked.map(({ step }) => step)).size <= repeatsBefore && now >= warnAt) return nothing
  // What is chosen holds for the doses after it.
  if (ladder.chosenAt > warnAt) return nothing
  const silent = silentDoses(group, ladder.courseIds).map(({ courseId }) => courseId)
  const step = { about: group.key, linkId: next.linkId, courseIds: silent }
  const last = [...told].sort((one, other) => other.openedAt - one.openedAt)[0]
  if (last) {
    const isLost = last.went === 'failed' || (last.went === null && !isReached(ladder, last.linkId))
    const plan = tell(step, ladder, isLost ? now : last.openedAt + betweenMs, now)
    const known = last.openedAt + pushKnownMs
    return known > now ? { ...plan, later: [...plan.later, known] } : plan
  }
  // Quiet hours are not waited for: in the morning the question would invite a late dose.
  if (isQuiet(ladder, warnAt + betweenMs)) return nothing
  const warnings = [warningOf(group, next, { warnAt, firstStep })]
  const warned = ladder.warned
    .filter((one) => one.about === warningKey(group) && one.step >= firstStep)
    .map(({ sentAt }) => sentAt)
  // The warning that goes now is answered half an hour from now.
  const goesNow = now >= warnAt && now < warnAt + betweenMs
  if (warned.length === 0) return { ...nothing, warnings, later: goesNow ? [now + betweenMs] : [] }
  return { ...tell(step, ladder, Math.min(...warned) + betweenMs, now), warnings }
}

function tell(step: NewStep, ladder: Ladder, at: Instant, now: Instant): LadderPlan {
  if (at > now) return { ...nothing, later: [at] }
  const isOver = step.courseIds.length === 0 || now >= at + tooLateMs
  if (isOver || isQuiet(ladder, now)) return nothing
  return { ...nothing, steps: [step], later: [now + pushKnownMs] }
}

const isReached = ({ rungs }: Ladder, linkId: string) =>
  rungs.some((rung) => rung.linkId === linkId && rung.reached)

const warningKey = ({ day, slotId }: DoseGroup) => `${day}|warn|${slotId}`

const warningOf = (
  group: DoseGroup,
  { relation }: Rung,
  { warnAt, firstStep }: { warnAt: Instant; firstStep: number },
): Occasion => ({
  about: { kind: 'warning', day: isoDate(group.day), slot: group.slotId },
  key: warningKey(group),
  insteadOf: doseKeyOf(group),
  lastsMs: betweenMs,
  firstStep,
  times: [warnAt],
  ...warningWords(group, relation),
})
