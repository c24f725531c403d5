import type { Knowledge } from './knowledge'
import { originalSpan } from './mapped-text'
import { mostTelling } from './model/resemblance'
import { pointsOf, type Points } from './points'
import { readWords, type Evidence, type Reading } from './read-words'
import { trickOf } from './trick'
import type { CheckKind, CheckOrigin, Level, Reason, Verdict } from './verdict'
import { callWeights, messageWeights } from './weigh'

const mostReasons = 3
const mostSpans = 4

/** Points from which on a text is suspect, and grave. Set on template families the model had not seen. */
export const thresholds = {
  message: { caution: 1.1, danger: 3.2 },
  call: { caution: 0.8, danger: 3 },
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
