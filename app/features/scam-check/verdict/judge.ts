import type { Knowledge } from './knowledge'
import { originalSpan } from './mapped-text'
import { mostTelling, resemblance } from './model/resemblance'
import { readWords, type Evidence, type Reading } from './read-words'
import { soothing } from './soothing'
import { trickOf } from './trick'
import type { CheckKind, CheckOrigin, Level, Reason, Verdict } from './verdict'
import { callWeights, messageWeights } from './weigh'

const mostReasons = 3
const mostSpans = 4

/** Points from which on a text is suspect, and grave. Set on template families the model had not seen. */
export const thresholds = {
  message: { caution: 1.1, danger: 3.2 },
  call: { caution: 2.2, danger: 4 },
} as const

/**
 * Whether `text` is a scam, with its reasons. Pure: the same text and knowledge give the same verdict in the page,
 * in the worker and on the server. Any UTF-16 text; time is linear in its length.
 */
export function judge(
  text: string,
  knowledge: Knowledge,
  how: { kind: CheckKind; origin: CheckOrigin },
): Verdict {
  const reading = readWords(text, knowledge.lists, how)
  const points = pointsOf(reading, knowledge, how.kind)
  const level = levelOf(points.total, reading, how)
  const reasons = level === 'nothing_found' ? [] : reasonsOf(reading, points, knowledge, how.kind)
  return {
    level,
    trick: level === 'nothing_found' ? null : trickOf(reading.evidence),
    reasons,
    links: reading.links.map(({ from: _from, to: _to, ...link }) => link),
    numbers: reading.numbers.map(({ span, digits, office }) => ({ span, digits, office })),
    knowledgeVersion: knowledge.version,
  }
}

export interface Points {
  /** Of the rules alone. */
  rules: number
  /** What the model adds or takes. */
  model: number
  total: number
}

export function pointsOf(reading: Reading, knowledge: Knowledge, kind: CheckKind): Points {
  const names = namesOf(reading)
  const logit = resemblance(reading.marked.text, names, knowledge[kind], kind)
  const model = Math.max(-2, Math.min(2, logit))
  const rules = rulesPoints(reading, kind) - soothing(reading, kind)
  return { rules, model, total: rules + model }
}

/** What the model is told besides the letters. */
export const namesOf = (reading: Reading): string[] => reading.evidence.map(({ code }) => code)

function rulesPoints({ evidence, links, numbers }: Reading, kind: CheckKind): number {
  const weights = kind === 'call' ? callWeights : messageWeights
  const of = (prefix: string) =>
    evidence
      .filter(({ code }) => code.startsWith(prefix))
      .map(({ code }) => weights[code])
      .sort((a, b) => b - a)
  const asks = of('asks_')
  const openLink = links.some(({ findings }) => !findings.includes('official'))
  const openNumber = numbers.some(({ office }) => office === null)
  const hasWay = kind === 'call' || asks.length > 0 || openLink
  const claims = fading(of('claims_')) * (hasWay ? 1 : openNumber ? 0.6 : 0.4)
  const press = fading([...of('presses_'), ...of('sent_'), ...of('hides_')])
  return fading(asks) + claims + press + fading(of('link_'), 0.4)
}

/** The first counts whole, each further one less: many weak words are not yet a strong one. */
function fading(weights: readonly number[], by = 0.6): number {
  return weights.reduce((sum, weight, i) => sum + weight * by ** i, 0)
}

function levelOf(
  total: number,
  { evidence, links }: Reading,
  { kind, origin }: { kind: CheckKind; origin: CheckOrigin },
): Level {
  const { caution, danger } = thresholds[kind]
  if (total >= danger && evidence.some(({ code }) => isGrave(code))) return 'danger'
  const shut = links.some(
    ({ host, findings }) =>
      findings.some((one) => one === 'shortened' || one === 'split') ||
      (host === null && findings.includes('hidden') && false),
  )
  const read = origin === 'read_from_picture' && links.length > 0
  return total >= caution || shut || read ? 'caution' : 'nothing_found'
}

/** A grave verdict needs words that ask, claim or lead somewhere; pressing alone is only rude. */
const isGrave = (code: string) => /^(?:asks|claims|link)_/.test(code) && code !== 'link_unknown'

function reasonsOf(
  { evidence, marked }: Reading,
  { rules, model }: Points,
  knowledge: Knowledge,
  kind: CheckKind,
): Reason[] {
  const weights = kind === 'call' ? callWeights : messageWeights
  const strongest = [...evidence].sort((a, b) => weights[b.code] - weights[a.code])
  const told: Evidence[] = strongest.slice(0, mostReasons)
  if (told.length < mostReasons && (model > 0.5 || rules <= 0 || told.length === 0)) {
    const spans = mostTelling(marked.text, knowledge[kind]).map(({ from, to }) =>
      originalSpan(marked, from, to),
    )
    if (spans.length > 0) told.push({ code: 'resembles_scams', spans })
  }
  return told.map(({ code, spans }) => ({ code, spans: spans.slice(0, mostSpans) }))
}
