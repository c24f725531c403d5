import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readKnowledge, type Lists } from '../../app/features/scam-check/verdict/knowledge'
import { readRows } from './rows'
import { examplesOf, trainWeights } from './train-weights'

const root = 'content/scam'
const lists = JSON.parse(readFileSync(`${root}/lists.json`, 'utf8')) as Lists
const model = readFileSync(`${root}/model.json`, 'utf8')

test('the same rows give the same bytes', () => {
  const rows = readRows(`${root}/rows`, 'call').filter((_, i) => i % 5 === 0)
  const train = () =>
    trainWeights(
      rows.flatMap((row) => examplesOf(row, lists, 'call')),
      'call',
    )
  const [once, again] = [train(), train()]
  expect(Buffer.from(again.bytes).equals(Buffer.from(once.bytes))).toBe(true)
  expect([again.step, again.bias]).toEqual([once.step, once.bias])
})

test('what ships fits its schema and a slow network', () => {
  const knowledge = readKnowledge(lists, JSON.parse(model))
  expect(knowledge.message.bytes).toHaveLength(knowledge.call.bytes.length)
  expect(gzipSync(model).length).toBeLessThan(150 * 1024)
})

test('no address is both official and suspect', () => {
  const official = new Set(lists.officialSites.flatMap(({ hosts }) => hosts))
  const suspect = [...lists.shorteners, ...lists.openChats, ...lists.suspiciousEndings]
  expect(suspect.filter((host) => official.has(host))).toEqual([])
})

test('rows: 18 kinds of scam and of genuine messages, none twice', () => {
  const rows = [...readRows(`${root}/rows`, 'message'), ...readRows(`${root}/rows`, 'call')]
  const kinds = (scam: boolean) =>
    new Set(rows.filter((row) => row.scam === scam).map((row) => row.kind))
  expect(kinds(true).size).toBeGreaterThanOrEqual(18)
  expect(kinds(false).size).toBeGreaterThanOrEqual(18)
  expect(rows.length).toBeGreaterThanOrEqual(1_200)
  expect(new Set(rows.map(({ text }) => text)).size).toBe(rows.length)
})
