import type { Knowledge } from './knowledge'
import { resemblance } from './model/resemblance'
import { fading, namesOf, weighed, type Points } from './point-sums'
import type { Reading } from './read-words'
import { isAdvert, isRented, soothing } from './soothing'
import type { ReasonCode } from './verdict'
import { messageWeights } from './weigh'

const mostOfModel = 2.4
const worthOfLogit = 1.2

export function pointsOfMessage(reading: Reading, knowledge: Knowledge): Points {
  const { evidence, marked } = reading
  const logit = resemblance(marked.text, namesOf(reading), knowledge.message)
  const model = Math.max(leastFor(reading), Math.min(mostOfModel, logit * worthOfLogit))
  const rules = messagePoints(reading) - soothing(reading, 'message')
  return { rules, model, total: rules + model, evidence, from: 0, to: marked.text.length }
}

/**
 * What the model may take from the rules. Bait is written to sound like a notice: a claim with a link nobody knows, or
 * with a number to call, is not talked away by its tone, nor is a loan nobody asked for.
 */
function leastFor({ evidence, links, numbers, marked }: Reading): number {
  const { text } = marked
  const claims = evidence.filter(
    ({ code }) => code.startsWith('claims_') && code !== 'claims_prize',
  )
  const has = (codes: ReadonlySet<ReasonCode>) => claims.some(({ code }) => codes.has(code))
  const openLink = links.some(({ findings }) => !findings.includes('official'))
  if (has(new Set(['claims_family_new_number']))) return -1.1
  if (links.length === 0 && isAdvert(text) && has(new Set(['claims_cheap_loan']))) return -0.2
  if (namesOwnNumber(numbers) && has(wantsCall)) return -0.4
  return openLink && claims.length > 0 ? -0.6 : -mostOfModel
}

/** Claims of a person, to whom one answers. */
const wantsAnswer: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'claims_affection',
  'claims_embarrassing_video',
  'claims_family_new_number',
  'claims_easy_job',
  'claims_sure_profit',
])

/** Claims that make one call: with a number that is neither an office's nor a rented one they lead somewhere. */
const wantsCall: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'claims_payment_not_yours',
  'claims_account_problem',
  'claims_card_issued',
  'claims_crime_involvement',
])

const namesOwnNumber = (numbers: Reading['numbers']) =>
  numbers.some((one) => one.office === null && !isRented(one))

function messagePoints({ evidence, links, numbers, marked }: Reading): number {
  const of = (prefix: string) => weighed(evidence, prefix, messageWeights)
  const asks = of('asks_')
  const openLink = links.some(({ findings }) => !findings.includes('official'))
  const openNumber = numbers.some(({ office }) => office === null)
  // A claim that leads nowhere is news; one with a way to answer may be bait.
  const way =
    asks.length > 0 ||
    openLink ||
    evidence.some(
      ({ code }) => wantsAnswer.has(code) || (namesOwnNumber(numbers) && wantsCall.has(code)),
    ) ||
    (isAdvert(marked.text) && evidence.some(({ code }) => code === 'claims_cheap_loan'))
      ? 1
      : openNumber
        ? 0.6
        : 0.4
  const press = [...of('presses_'), ...of('sent_'), ...of('hides_')].sort((a, b) => b - a)
  return (
    fading(asks, 0.6) +
    fading(of('claims_'), 0.6) * way +
    fading(press, 0.6) +
    fading(of('link_'), 0.4)
  )
}
