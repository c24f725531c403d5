import { createHash } from 'node:crypto'
import type { Card } from '../card'
import type { ContentProblem, Mistake } from './content-problem'
import { parseBody } from './parse-body.server'
import { parseFrontMatter } from './parse-front-matter.server'
import type { PlacedText } from './placed-text'
import { splitSentences } from './sentences'

export type { ContentProblem } from './content-problem'

/** A card with what the content check needs to point at a line. */
export interface ParsedCard {
  card: Card
  lines: Record<'id' | 'track' | 'order' | 'checked', number>
  texts: PlacedText[]
}

/** `texts` are those that could be read in spite of the problems. */
export interface RefusedCard {
  problems: ContentProblem[]
  texts: PlacedText[]
}

/**
 * Reads one card file as docs/writing-cards.md describes it. `drawings` holds the SVG source by file name; what a card
 * carries of it has passed the drawing whitelist. Word rules (length, tone) are the copy lint's, not this function's.
 */
export function parseCard(
  path: string,
  markdown: string,
  drawings: ReadonlyMap<string, string>,
): ParsedCard | RefusedCard {
  const refuse = (mistakes: Mistake[], texts: PlacedText[] = []): RefusedCard => ({
    problems: mistakes
      .map((mistake) => ({ file: path, ...mistake }))
      .sort((a, b) => a.line - b.line),
    texts,
  })
  const parts = splitFile(markdown)
  if (!parts) {
    const message = 'the file must start with a line "---", the fields, and another line "---"'
    return refuse([{ line: 1, message }])
  }
  const front = parseFrontMatter(parts.frontMatter)
  const rest = parseBody(parts.body, drawings)
  if ('problems' in front) return refuse([...front.problems, ...rest.problems], rest.texts)
  const texts = [...front.texts, ...rest.texts]
  if (rest.problems.length > 0) return refuse(rest.problems, texts)
  const { quiz, source, ...fields } = front.fields
  const written = {
    ...fields,
    ...rest.body,
    quiz: { ...quiz, explanation: splitSentences(quiz.explanation) },
    source: source.url === undefined ? { title: source.title } : { ...source, url: source.url },
  }
  return {
    card: { ...written, edition: editionOf(written) },
    lines: {
      id: front.lineOf('id'),
      track: front.lineOf('track'),
      order: front.lineOf('order'),
      checked: front.lineOf('checked'),
    },
    texts,
  }
}

const editionOf = (written: Omit<Card, 'edition'>) =>
  createHash('sha256').update(JSON.stringify(written)).digest('base64url').slice(0, 8)

function splitFile(source: string): { frontMatter: string; body: string } | null {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const match = /^---[ \t]*\n(?:[^]*?\n)?(?=---[ \t]*(?:\n|$))/.exec(text)
  if (!match) return null
  const frontMatter = match[0]
  const closingLine = /^.*/.exec(text.slice(frontMatter.length))?.[0] ?? ''
  const blankLines = frontMatter.replace(/[^\n]/g, '')
  return { frontMatter, body: blankLines + text.slice(frontMatter.length + closingLine.length) }
}
