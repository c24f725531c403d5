import { readFileSync } from 'node:fs'
import { judge } from './judge'
import { readKnowledge } from './knowledge'
import type { CheckKind, CheckOrigin, Reason } from './verdict'

const read = (file: string): unknown => JSON.parse(readFileSync(`content/scam/${file}`, 'utf8'))

/** What ships. */
export const knowledge = readKnowledge(read('lists.json'), read('model.json'))

export const judged = (text: string, kind: CheckKind = 'message', origin: CheckOrigin = 'typed') =>
  judge(text, knowledge, { kind, origin })

/** The words a reason points at. */
export const wordsOf = (text: string, { spans }: Reason) =>
  spans.map(([start, end]) => text.slice(start, end))
