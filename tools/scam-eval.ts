import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { judge } from '../app/features/scam-check/verdict/judge'
import { readKnowledge } from '../app/features/scam-check/verdict/knowledge'
import type { CheckKind, Verdict } from '../app/features/scam-check/verdict/verdict'
import { figureLines } from './scam/figures'
import { judgeLeftOut } from './scam/left-out'
import { readForeign, readRows } from './scam/rows'

/**
 * `npm run scam:eval`: how often which verdict falls, by kind, on template families left out of training.
 * `-- --file ROWS` judges rows `{text, label?}` of another source with the model that ships (`--calls`: conversations);
 * `--json FILE` writes each row with its verdict.
 */
const { values: given } = parseArgs({
  options: {
    file: { type: 'string' },
    calls: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
})
const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const knowledge = readKnowledge(read('content/scam/lists.json'), read('content/scam/model.json'))

interface Shown {
  text: string
  kind: string
  scam: boolean | null
  verdict: Verdict
}

function judgeOwn(kind: CheckKind): Shown[] {
  const rows = readRows('content/scam/rows', kind)
  const others = readRows('content/scam/rows', kind === 'call' ? 'message' : 'call')
  const judged = judgeLeftOut(rows, others, knowledge, kind)
  return judged.map(({ row: { text, kind, scam }, verdict }) => ({ text, kind, scam, verdict }))
}

function judgeFile(file: string): Shown[] {
  const kind = given.calls ? 'call' : 'message'
  return readForeign(file).map(({ text, label }) => ({
    text,
    kind,
    scam: label === undefined || label === null ? null : label === 1,
    verdict: judge(text, knowledge, { kind, origin: 'typed' }),
  }))
}

function show(title: string, rows: readonly Shown[]): void {
  console.log(`\n── ${title} ──`)
  const judged = rows.map(({ kind, scam, verdict }) => ({ kind, scam, level: verdict.level }))
  for (const line of figureLines(judged)) console.log(line)
}

const parts = given.file
  ? [{ title: given.file, rows: judgeFile(given.file) }]
  : (['message', 'call'] as const).map((kind) => ({
      title: `${kind}s, template families left out of training`,
      rows: judgeOwn(kind),
    }))
for (const { title, rows } of parts) show(title, rows)
if (given.json) {
  const rows = parts.flatMap((part) => part.rows)
  const told = rows.map(({ text, kind, scam, verdict }) => ({
    text,
    kind,
    label: scam === null ? null : Number(scam),
    level: verdict.level,
    trick: verdict.trick,
    reasons: verdict.reasons.map(({ code, spans }) => ({
      code,
      words: spans.map(([start, end]) => text.slice(start, end)),
    })),
  }))
  writeFileSync(given.json, `${JSON.stringify(told, null, 2)}\n`)
}
