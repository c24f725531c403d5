import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml'
import type * as z from 'zod'
import type { Mistake } from './content-problem'
import type { PlacedText } from './placed-text'
import { findSentences } from './sentences'
import { frontMatterSchema, type FrontMatter } from './front-matter-schema.server'

type Path = readonly PropertyKey[]

export interface PlacedFrontMatter {
  fields: FrontMatter
  /** Line of a field, or of its nearest parent that is there. */
  lineOf: (...path: PropertyKey[]) => number
  texts: PlacedText[]
}

/**
 * `block` is the file from its first line up to, but without, the closing `---`: the opening `---` stays, so that lines are
 * those of the file.
 */
export function parseFrontMatter(block: string): PlacedFrontMatter | { problems: Mistake[] } {
  const lines = new LineCounter()
  const document = parseDocument(block, { lineCounter: lines, prettyErrors: false })
  const lineOf = (...path: PropertyKey[]) => lines.linePos(offsetOf(document, path)).line || 1
  const broken = [...document.errors, ...document.warnings]
  if (broken.length > 0) {
    const advice = 'check the indents, or put the text between quotation marks'
    const problems = broken.map(({ pos, message }) => ({
      line: lines.linePos(pos[0]).line,
      message: `the front matter is not valid YAML (${message}); ${advice}`,
    }))
    return { problems }
  }
  const input: unknown = document.toJS()
  const result = frontMatterSchema.safeParse(input)
  if (!result.success) {
    return { problems: result.error.issues.flatMap((issue) => describe(issue, input, lineOf)) }
  }
  return { fields: result.data, lineOf, texts: textsOf(result.data, block, lineOf) }
}

function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents
  let offset = 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step)
      if (!pair) break
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step]
      if (isMap(node) || isScalar(node) || isSeq(node)) offset = node.range?.[0] ?? offset
    } else break
  }
  return offset
}

function describe(
  issue: z.core.$ZodIssue,
  input: unknown,
  lineOf: PlacedFrontMatter['lineOf'],
): Mistake[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      line: lineOf(...issue.path, key),
      message: `unknown field "${name([...issue.path, key])}"; remove it or correct its spelling`,
    }))
  }
  const field = issue.path.length > 0 ? `"${name(issue.path)}"` : 'the front matter'
  const missing = valueAt(input, issue.path) === undefined
  const message = missing
    ? `${field} is missing; add it: it ${issue.message}`
    : `${field} ${issue.message}`
  return [{ line: lineOf(...issue.path), message }]
}

function name(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? String(step + 1) : String(step))).join('.')
}

function valueAt(input: unknown, path: Path): unknown {
  let value = input
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.entries(value).find(([key]) => key === String(step))?.[1]
  }
  return value
}

function textsOf(
  fields: FrontMatter,
  block: string,
  lineOf: PlacedFrontMatter['lineOf'],
): PlacedText[] {
  const { quiz } = fields
  return [
    { kind: 'title', text: fields.title, line: lineOf('title') },
    { kind: 'sentence', text: quiz.question, line: lineOf('quiz', 'question') },
    ...quiz.answers.map(({ text }, index): PlacedText => {
      return { kind: 'answer', text, line: lineOf('quiz', 'answers', index, 'text') }
    }),
    ...placeSentences(quiz.explanation, block, lineOf('quiz', 'explanation')),
    { kind: 'name', text: fields.source.title, line: lineOf('source', 'title') },
  ]
}

/** YAML folds lines, so a sentence is placed by looking for its first word from the last place on. */
function placeSentences(text: string, block: string, firstLine: number): PlacedText[] {
  const rows = block.split('\n')
  let line = firstLine
  return findSentences(text).map((sentence): PlacedText => {
    const firstWord = sentence.text.split(' ')[0] ?? ''
    const found = rows.findIndex((row, index) => index >= line - 1 && row.includes(firstWord))
    if (found >= 0) line = found + 1
    return { kind: 'sentence', text: sentence.text, line }
  })
}
