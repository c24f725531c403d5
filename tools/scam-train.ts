import { readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { listsSchema, type Weights } from '../app/features/scam-check/verdict/knowledge'
import type { CheckKind } from '../app/features/scam-check/verdict/verdict'
import { readRows } from './scam/rows'
import { examplesOf, shareOfOther, trainWeights } from './scam/train-weights'

/** `npm run scam:train`: writes `content/scam/model.json` from our own rows; the same rows give the same file. */
const lists = listsSchema.parse(JSON.parse(readFileSync('content/scam/lists.json', 'utf8')))
const version = process.argv[2] ?? lists.version

const pack = ({ bytes, step, bias }: Weights) => ({
  bytes: Buffer.from(bytes.buffer).toString('base64'),
  step,
  bias,
})
function train(kind: CheckKind) {
  const rows = readRows('content/scam/rows', kind)
  const others = readRows('content/scam/rows', kind === 'call' ? 'message' : 'call')
  const weights = trainWeights(
    [
      ...rows.flatMap((row) => examplesOf(row, lists, kind)),
      ...others.flatMap((row) => examplesOf(row, lists, kind, shareOfOther)),
    ],
    kind,
  )
  console.log(
    `${kind}: ${rows.length} rows of ${new Set(rows.map((row) => row.family)).size} families`,
  )
  return pack(weights)
}

const model = `${JSON.stringify({ version, message: train('message'), call: train('call') }, null, 2)}\n`
writeFileSync('content/scam/model.json', model)
console.log(`content/scam/model.json: ${(gzipSync(model).length / 1024).toFixed(1)} KB compressed`)
