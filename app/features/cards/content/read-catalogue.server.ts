import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { trackIds, type Card } from '../card'
import type { ContentProblem } from './content-problem'
import { parseCard, type ParsedCard } from './parse-card.server'
import { parseDrawing } from './parse-drawing.server'
import type { PlacedText } from './placed-text'

export interface CardFile extends Pick<ParsedCard, 'card' | 'lines'> {
  file: string
}

export interface Catalogue {
  /** In the order of the tracks, then of the cards within each. */
  cards: Card[]
  problems: ContentProblem[]
  /** The same cards with their files and lines, for the content check. */
  files: CardFile[]
  /** Everything people will read, also of cards that were left out. */
  texts: (PlacedText & { file: string })[]
}

/**
 * Reads every card below `<contentDir>/cards` and every drawing in `<contentDir>/drawings`. A card with a mistake is left
 * out and its mistakes are among the problems; nothing is thrown for wrong content.
 */
export async function readCatalogue(contentDir: string): Promise<Catalogue> {
  const cardSources = await readAll(join(contentDir, 'cards'), '.md')
  const drawingSources = await readAll(join(contentDir, 'drawings'), '.svg')
  const drawings = new Map([...drawingSources].map(([file, svg]) => [basename(file), svg]))
  const problems: ContentProblem[] = []
  const texts: Catalogue['texts'] = []
  const read: CardFile[] = []
  for (const [file, markdown] of cardSources) {
    const parsed = parseCard(file, markdown, drawings)
    texts.push(...parsed.texts.map((text) => ({ file, ...text })))
    if ('problems' in parsed) problems.push(...parsed.problems)
    else read.push({ file, card: parsed.card, lines: parsed.lines })
  }
  const drawn = checkDrawings(drawingSources, [...cardSources.values()])
  const misplaced = [...read.flatMap(checkFolder), ...checkUniqueness(read)]
  const files = read.filter(({ file }) => misplaced.every((problem) => problem.file !== file))
  files.sort((a, b) => rank(a.card) - rank(b.card) || a.card.order - b.card.order)
  problems.push(...drawn.problems, ...misplaced)
  problems.sort((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line)
  texts.push(...drawn.texts)
  return { cards: files.map(({ card }) => card), problems, files, texts }
}

function rank(card: Card): number {
  return trackIds.indexOf(card.track)
}

async function readAll(directory: string, suffix: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const names = await readdir(directory, { recursive: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  for (const name of names.filter((one) => one.endsWith(suffix)).sort()) {
    const file = join(directory, name)
    found.set(file, await readFile(file, 'utf8'))
  }
  return found
}

function checkDrawings(drawings: ReadonlyMap<string, string>, cards: string[]) {
  const problems: ContentProblem[] = []
  const texts: Catalogue['texts'] = []
  for (const [file, svg] of drawings) {
    const name = basename(file)
    // Looked for in the raw text, so that a card with a mistake does not make its drawings look unused.
    if (!cards.some((markdown) => markdown.includes(`(${name})`))) {
      const message = 'no card uses this drawing; use it in a step or delete the file'
      problems.push({ file, line: 1, message })
    }
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*\.svg$/.test(name)) {
      problems.push({ file, line: 1, message: 'the file name must be kebab-case; rename it' })
    }
    const parsed = parseDrawing(svg)
    if ('problems' in parsed) problems.push(...parsed.problems.map((one) => ({ file, ...one })))
    else texts.push(...parsed.words.map((word) => ({ file, kind: 'label' as const, ...word })))
  }
  return { problems, texts }
}

function checkFolder({ file, card, lines }: CardFile): ContentProblem[] {
  const folder = basename(dirname(file))
  if (folder === card.track) return []
  const message = `track "${card.track}" is not the folder "${folder}"; move the file or correct it`
  return [{ file, line: lines.track, message }]
}

function checkUniqueness(files: CardFile[]): ContentProblem[] {
  const ids = new Map<string, string>()
  const orders = new Map<string, string>()
  return files.flatMap(({ file, card, lines }) => {
    const found: ContentProblem[] = []
    const place = `${card.track} ${card.order}`
    const sameId = ids.get(card.id)
    const sameOrder = orders.get(place)
    if (sameId) {
      const message = `id "${card.id}" is taken by ${sameId}; choose another`
      found.push({ file, line: lines.id, message })
    } else ids.set(card.id, file)
    if (sameOrder) {
      const message = `order ${card.order} in ${card.track} is taken by ${sameOrder}; choose another`
      found.push({ file, line: lines.order, message })
    } else orders.set(place, file)
    return found
  })
}
