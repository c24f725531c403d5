import { cared } from './care'
import type { Knowledge } from './knowledge'
import { resemblance } from './model/resemblance'
import type { Evidence, Reading } from './read-words'
import { isAdvert, isRented, soothing } from './soothing'
import type { CheckKind, ReasonCode } from './verdict'
import { callWeights, messageWeights } from './weigh'

/** What speaks for a scam, in points. */
export interface Points {
  /** Of the rules alone, what soothes taken away. */
  rules: number
  /** What the model adds or takes, within `mostOfModel`. */
  model: number
  total: number
}

const mostOfModel = { message: 2.4, call: 4 } as const
const worthOfLogit = { message: 1.2, call: 2 } as const
/** In talk the tone tells more than the words, which honest people use as well. */
const mostOfRules = { message: Infinity, call: 2 } as const

export function pointsOf(reading: Reading, knowledge: Knowledge, kind: CheckKind): Points {
  const logit = resemblance(reading.marked.text, namesOf(reading), knowledge[kind], kind)
  const most = mostOfModel[kind]
  const least = kind === 'message' ? leastFor(reading) : -most
  const model = Math.max(least, Math.min(most, logit * worthOfLogit[kind]))
  const found = kind === 'call' ? callPoints(reading.evidence) : messagePoints(reading)
  const rules = found - soothing(reading, kind)
  const care = kind === 'call' ? cared(reading.marked.text) : 0
  return { rules, model, total: Math.min(rules, mostOfRules[kind]) + model - care }
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
  return openLink && claims.length > 0 ? -0.6 : -mostOfModel.message
}

/** What the model is told besides the letters. */
export const namesOf = (reading: Reading): string[] => reading.evidence.map(({ code }) => code)

/** Claims of a person, to whom one answers. */
const wantsAnswer: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'claims_affection',
  'claims_embarrassing_video',
  'claims_family_new_number',
  'claims_easy_job',
  'claims_cheap_loan',
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

function messagePoints({ evidence, links, numbers }: Reading): number {
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
    )
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

const stretch = 1_800

/** A long talk touches many subjects; what counts is what comes together within a few minutes of it. */
function callPoints(evidence: readonly Evidence[]): number {
  const ends = evidence.flatMap(({ spans }) => spans.map(([, end]) => end))
  const length = Math.max(0, ...ends)
  let most = 0
  for (let from = 0; from < length; from += stretch / 2) {
    const near = evidence.filter(({ spans }) =>
      spans.some(([start]) => start >= from && start < from + stretch),
    )
    most = Math.max(most, fading(weighed(near, '', callWeights), 0.85) + ofNoOffice(near))
  }
  return most
}

const office: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'claims_authority',
  'claims_crime_involvement',
])
const wantsOfPrey: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'asks_money',
  'asks_cash_handover',
  'asks_gift_card',
  'asks_remote_control',
  'asks_verification_code',
])

/** Points for what no office does on the telephone: an investigator who wants money, a code or the whole phone. */
function ofNoOffice(near: readonly Evidence[]): number {
  const poses = near.some(({ code }) => office.has(code))
  return poses && near.some(({ code }) => wantsOfPrey.has(code)) ? 1 : 0
}

function weighed(evidence: readonly Evidence[], prefix: string, weights: typeof messageWeights) {
  return evidence
    .filter(({ code }) => code.startsWith(prefix))
    .map(({ code }) => weights[code])
    .sort((a, b) => b - a)
}

/** The first counts whole, each further one less: many weak words are not yet a strong one. */
function fading(weights: readonly number[], by: number): number {
  return weights.reduce((sum, weight, i) => sum + weight * by ** i, 0)
}
