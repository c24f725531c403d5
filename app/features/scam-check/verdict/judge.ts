import type { Knowledge } from './knowledge'
import { originalSpan, wholeWords } from './mapped-text'
import { mostTelling } from './model/resemblance'
import type { Points } from './point-sums'
import { pointsOf } from './points'
import { readWords, type Evidence, type Reading } from './read-words'
import { trickOf } from './trick'
import type { CheckKind, CheckOrigin, Level, Reason, ReasonCode, Span, Verdict } from './verdict'
import { callWeights, graveReasons, messageWeights } from './weigh'

const mostReasons = 3
const mostSpans = 4

/** Points from which on a text is suspect, and grave. Set on template families the model had not seen. */
export const thresholds = {
  message: { caution: 0.57, danger: 3.2 },
  call: { caution: 0.9, danger: 3 },
} as const

interface How {
  kind: CheckKind
  origin: CheckOrigin
}

/**
 * Whether `text` is a scam, with its reasons. Pure: the same text and knowledge give the same verdict in the page,
 * in the worker and on the server. Any UTF-16 text; time is linear in its length.
 */
export function judge(text: string, knowledge: Knowledge, how: How): Verdict {
  const reading = readWords(text, knowledge.lists, how)
  const points = pointsOf(reading, knowledge, how.kind)
  const level = levelOf(points, reading, how)
  const reasons = level === 'nothing_found' ? [] : reasonsOf(text, points, reading, knowledge, how)
  return {
    level,
    trick: level === 'nothing_found' ? null : trickOf(reading),
    reasons,
    links: reading.links.map(({ from: _from, to: _to, isStandIn: _isStandIn, ...link }) => link),
    numbers: reading.numbers.map(({ span, digits, office }) => ({ span, digits, office })),
    knowledgeVersion: knowledge.version,
  }
}

/** A message is suspect by its tone alone from here on: nothing in it is asked, claimed or linked to. */
const cautionByTone = 0.75
const saysAnything = ({ evidence }: Reading) =>
  evidence.some(({ code }) => !code.startsWith('presses_'))

/** Grave enough by the rules alone: the model may add to it, and never condemns by itself. */
const leastOfRules = { message: 1.7, call: 1.2 } as const

/** Points of the model. */
const soundsLikeScam = 1.2

function levelOf(points: Points, reading: Reading, how: How): Level {
  const { rules, total } = points
  const { caution, danger } = thresholds[how.kind]
  if (total >= danger && rules >= leastOfRules[how.kind] && isGrave(points, how.kind))
    return 'danger'
  const least = how.kind === 'message' && !saysAnything(reading) ? cautionByTone : caution
  return total >= least || unseenTargets(reading, how).length > 0 ? 'caution' : 'nothing_found'
}

/**
 * On the telephone a claim or a request is an act; what only presses is rude, and of refunds, of loans or of a parcel
 * honest callers speak as well.
 */
const mildInTalk: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'claims_refund',
  'claims_subsidy',
  'claims_parcel_problem',
  'claims_account_problem',
  'claims_fine',
  'claims_easy_job',
  'claims_card_issued',
  'claims_cheap_loan',
  'claims_sure_profit',
])
function isGrave({ evidence, model }: Points, kind: CheckKind): boolean {
  const codes = evidence.map(({ code }) => code)
  if (kind === 'call')
    return codes.some((code) => /^(?:asks|claims)_/.test(code) && !mildInTalk.has(code))
  // An office that hides where its link leads is none; nor one that leads elsewhere and sounds like a scam.
  const strange = codes.includes('link_not_of_sender')
  const posesAsOffice = strange && (codes.includes('link_shortened') || model >= soundsLikeScam)
  return posesAsOffice || codes.some((code) => graveReasons.has(code))
}

/** Why nobody can know where a link leads: whatever else is said, such a text is never calm. */
function unseenTargets({ evidence, links }: Reading, { origin }: How): ReasonCode[] {
  const unreadable = links.some(({ host, isStandIn }) => host === null && !isStandIn)
  const codes: ReasonCode[] = ['link_shortened', 'link_split']
  if (unreadable) codes.push('link_hidden')
  if (origin === 'read_from_picture') codes.push('link_read_from_picture')
  return codes.filter((code) => evidence.some((one) => one.code === code))
}

function reasonsOf(
  text: string,
  points: Points,
  reading: Reading,
  knowledge: Knowledge,
  how: How,
): Reason[] {
  const weights = how.kind === 'call' ? callWeights : messageWeights
  const deciding = points.total < thresholds[how.kind].caution ? unseenTargets(reading, how) : []
  const rank = ({ code }: Evidence) => weights[code] + (deciding.includes(code) ? 10 : 0)
  const codes = points.evidence.map(({ code }) => code)
  const unseen = reading.evidence.filter(
    ({ code }) => deciding.includes(code) && !codes.includes(code),
  )
  const counted = [...points.evidence, ...unseen]
  const told = counted.sort((a, b) => rank(b) - rank(a)).slice(0, mostReasons)
  if (told.length < mostReasons && (points.model > 0.5 || told.length === 0)) {
    const spans = mostTelling(
      reading.marked.text.slice(points.from, points.to),
      knowledge[how.kind],
    ).map(({ from, to }) =>
      wholeWords(text, originalSpan(reading.marked, points.from + from, points.from + to)),
    )
    const others = told.flatMap((one) => one.spans)
    const fresh = apart(spans).filter(([start, end]) =>
      others.every(([from, to]) => end <= from || start >= to),
    )
    if (fresh.length > 0) told.push({ code: 'resembles_scams', spans: fresh })
  }
  return told.map(({ code, spans }) => ({ code, spans: spans.slice(0, mostSpans) }))
}

const apart = (spans: readonly Span[]) =>
  spans.filter(([start], i) => i === 0 || start >= (spans[i - 1]?.[1] ?? 0))
