import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { judge } from '~/features/scam-check/verdict/judge'
import { readKnowledge } from '~/features/scam-check/verdict/knowledge'
import { longTexts, strangeTexts } from '~/features/scam-check/verdict/test-strange-texts'
import { row, type Row } from '../row'
import { percentile } from '../statistics'
import { measureSlowPhone } from './measure-slow-phone'

const strange = 100_000
const usual = 2_000
const rounds = 300
const million = 1_000_000

/** What a verdict costs on this machine and in a slow browser, and whether any text stalls it. */
export async function measureScam(): Promise<Row[]> {
  const model = readFileSync('content/scam/model.json')
  const knowledge = readKnowledge(
    JSON.parse(readFileSync('content/scam/lists.json', 'utf8')),
    JSON.parse(model.toString()),
  )
  const timed = (text: string, kind: 'message' | 'call' = 'message') => {
    const began = performance.now()
    judge(text, knowledge, { kind, origin: 'typed' })
    return performance.now() - began
  }
  const typical = typicalText()
  for (let i = 0; i < 50; i++) timed(typical)
  const messages = Array.from({ length: rounds }, () => timed(typical))
  const calls = Array.from({ length: rounds }, () => timed(typical, 'call'))
  const fuzz = fuzzed((text) => timed(text))
  // Of so long a text the time for each 2,000 units is what a person would wait for.
  const long = longTexts(million).map((text) => (timed(text) * usual) / million)
  return [
    row(
      'scam',
      `verdict on a message of ${usual} characters, p50`,
      percentile(messages, 0.5),
      'ms',
    ),
    row(
      'scam',
      `verdict on a message of ${usual} characters, p95`,
      percentile(messages, 0.95),
      'ms',
      20,
    ),
    row('scam', `verdict on a call of ${usual} characters, p95`, percentile(calls, 0.95), 'ms', 20),
    ...(await measureSlowPhone(typical)),
    row('scam', 'strange texts judged', fuzz.judged, 'texts'),
    row('scam', 'of these thrown at', fuzz.thrown, 'texts', 0),
    row('scam', `longest stall of these, per ${usual} characters`, fuzz.longest, 'ms', 50),
    row('scam', `longest for a million characters, per ${usual}`, Math.max(...long), 'ms', 50),
    row('scam', 'the model, compressed', gzipSync(model).length / 1024, 'KB', 150),
  ]
}

/** Genuine and scam rows one after another, cut at the length that is promised for. */
function typicalText(): string {
  const rows = ['scam/parcel', 'genuine/bank', 'scam/child', 'genuine/hospital'].map((name) =>
    readFileSync(`content/scam/rows/${name}.jsonl`, 'utf8').split('\n').slice(0, 12),
  )
  const texts = rows.flat().map((line) => (JSON.parse(line) as { text: string }).text)
  return texts.join('\n').slice(0, usual)
}

function fuzzed(judgeTimed: (text: string) => number) {
  let [judged, thrown, longest] = [0, 0, 0]
  const texts = fc.sample(strangeTexts, { numRuns: strange, seed: 20_261_125 })
  for (const text of texts) {
    judged++
    try {
      // A stall of the machine's own does not come three times.
      let time = judgeTimed(text)
      for (let i = 0; i < 2 && time > longest; i++) time = Math.min(time, judgeTimed(text))
      longest = Math.max(longest, time / Math.max(1, Math.ceil(text.length / usual)))
    } catch {
      thrown++
    }
  }
  return { judged, thrown, longest }
}
