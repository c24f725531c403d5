import { cared } from './care'
import type { Knowledge, Weights } from './knowledge'
import { readByModel } from './model/features'
import { logitOf } from './model/resemblance'
import { fading, namesOf, weighed, type Points } from './point-sums'
import type { Evidence, Reading } from './read-words'
import { soothing } from './soothing'
import type { ReasonCode } from './verdict'
import { callWeights } from './weigh'

const mostOfModel = 4
const worthOfLogit = 1
/** In talk the tone tells more than the words, which honest people use as well. */
const mostOfRules = 2

/** A talk this long, in units of the marked text, is read in stretches that overlap by half. */
const long = 1_350
const stretch = 700
const mostStretches = 240
/**
 * In a long talk nearly every word comes up once. What nobody says by chance is two things asked or claimed within a
 * minute; one alone weighs this much less, and tone alone nothing.
 */
const foundAlone = 1.4
/** Short of 위험: an hour of talk is not grave for one thing that was said in it. */
const mostAlone = 2.9

/**
 * A long talk touches many subjects and sounds like anything somewhere: it is as suspect as the stretch of it that is
 * most so. Linear in the length.
 */
export function pointsOfTalk(reading: Reading, knowledge: Knowledge): Points {
  const less = soothing(reading, 'call')
  const care = cared(reading.marked.text)
  const told = stretchesOf(reading).map((one) => pointsIn(one, reading, knowledge.call))
  const most = told.reduce((best, one) => (one.total > best.total ? one : best))
  return { ...most, rules: most.rules - less, total: most.total - less - care }
}

interface Stretch {
  from: number
  to: number
  evidence: readonly Evidence[]
  /** What the rest of a long talk takes from what was found. */
  less: number
}

function stretchesOf({ marked, evidence }: Reading): Stretch[] {
  const { length } = marked.text
  if (length <= long) return [{ from: 0, to: length, evidence, less: 0 }]
  const step = Math.max(stretch / 2, Math.ceil(length / mostStretches))
  const found: Stretch[] = []
  for (let from = 0; from < length; from += step) {
    const to = Math.min(length, from + Math.max(step, stretch))
    const [begin, end] = [marked.starts[from] ?? 0, marked.ends[to - 1] ?? 0]
    const near = evidence.flatMap(({ code, spans }) => {
      const within = spans.filter(([start]) => start >= begin && start < end)
      return within.length > 0 ? [{ code, spans: within }] : []
    })
    const things = near.filter(({ code }) => /^(?:asks|claims)_/.test(code)).length
    const less = things > 1 ? 0 : things === 1 ? foundAlone : Infinity
    found.push({ from, to, evidence: near, less })
  }
  return found
}

function pointsIn(
  { from, to, evidence, less }: Stretch,
  { marked }: Reading,
  weights: Weights,
): Points {
  const rules = fading(weighed(evidence, '', callWeights), 0.85) + ofNoOffice(evidence)
  if (less === Infinity)
    return { rules, model: -mostOfModel, total: -mostOfModel, evidence, from, to }
  const logit = logitOf(readByModel(marked.text.slice(from, to)), namesOf({ evidence }), weights)
  const model = Math.max(-mostOfModel, Math.min(mostOfModel, logit * worthOfLogit))
  const sum = Math.min(rules, mostOfRules) + model - less
  return { rules, model, total: less > 0 ? Math.min(sum, mostAlone) : sum, evidence, from, to }
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
